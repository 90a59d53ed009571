//! `Limits`: how much a page may ask for. Where each is checked is the room's business that spends it.

/// How much a page may ask for. A page that asks for more than one of the first seven is refused with
/// [`ErrorKind::Limit`](crate::ErrorKind::Limit); of what exceeds the others the rest is left unread.
///
/// ```
/// use zhengwen::{ErrorKind, Limit, Limits, Parser};
///
/// let mut limits = Limits::default();
/// limits.nodes = 50;
/// let error = Parser::new().limits(limits).parse(&"<p>城东公园开放".repeat(100)).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Limit { what: Limit::Nodes, limit: 50, .. }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input. Default 16 MiB; the largest real page seen has 3 MB.
    pub bytes: usize,
    /// Nodes of the tree, where eight attributes count as one more. Default 200 000; the largest real page seen has 28 000.
    pub nodes: usize,
    /// Depth of the tree. Default 512; the deepest real page seen has 42.
    pub depth: usize,
    /// Attributes on one element, of whatever names. Default 512; the largest real page seen has 60.
    pub attributes: usize,
    /// Steps that making the tree takes for each byte of input; a step is one open element looked at. Default 32; the most a real page
    /// was seen to need is 1.5. Pages nested deeply and wrongly need hundreds: every end tag is looked for among all open elements.
    pub work: usize,
    /// Bytes of text in a result for each byte of input, beyond what stands in the page once: addresses joined to a long base, captions
    /// lent to many pictures. 4 MiB are free. Default 2; the most a real page was seen to have is 0.1.
    pub text: usize,
    /// Blocks, inlines, list items and table cells of a body. Default 200 000; the most a real page was seen to have is 2700.
    pub parts: usize,
    /// Bytes of JSON (JSON-LD, state that scripts leave) read from one script, and four times that from all scripts of a page.
    /// Their values may take 16 times that in memory. Default 4 MiB; the largest real one seen has 600 KB. JSON nested deeper than 128 is not read either.
    pub json: usize,
    /// Items of one list of other articles. Default 60; longer lists are archives, cut here.
    pub related_items: usize,
    /// Lists of other articles. Default 24; pages with more are link farms.
    pub related_lists: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            nodes: 200_000,
            depth: 512,
            attributes: 512,
            work: 32,
            text: 2,
            parts: 200_000,
            json: 4 << 20,
            related_items: 60,
            related_lists: 24,
        }
    }
}
