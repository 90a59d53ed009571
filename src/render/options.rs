//! What of an article is written as Markdown. Not how.

/// What [`Article::markdown`](crate::Article::markdown) writes.
///
/// ```
/// use zhengwen::MarkdownOptions;
///
/// let vault = MarkdownOptions::new().front_matter(true); // for a folder of notes
/// let model = MarkdownOptions::new().images(false).captions(false).links(false).compact(true); // for a language model
/// # assert_ne!(vault, model);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each is a part that is there or not
pub struct MarkdownOptions {
    pub(super) title: bool,
    pub(super) front_matter: bool,
    pub(super) images: bool,
    pub(super) captions: bool,
    pub(super) links: bool,
    pub(super) compact: bool,
}

impl Default for MarkdownOptions {
    fn default() -> Self {
        Self {
            title: true,
            front_matter: false,
            images: true,
            captions: true,
            links: true,
            compact: false,
        }
    }
}

impl MarkdownOptions {
    /// Title, pictures, captions and links; no front matter.
    pub fn new() -> Self {
        Self::default()
    }

    /// The title as a heading of level 1. Default `true`.
    #[must_use]
    pub fn title(self, title: bool) -> Self {
        Self { title, ..self }
    }

    /// Metadata above all, as YAML between lines of `---`: what Obsidian calls properties, Hugo and Hexo front matter. Default `false`.
    #[must_use]
    pub fn front_matter(self, front_matter: bool) -> Self {
        Self {
            front_matter,
            ..self
        }
    }

    /// Pictures and videos in place. Default `true`.
    #[must_use]
    pub fn images(self, images: bool) -> Self {
        Self { images, ..self }
    }

    /// What stands under pictures and videos. Default `true`.
    #[must_use]
    pub fn captions(self, captions: bool) -> Self {
        Self { captions, ..self }
    }

    /// Links with their URLs; else their text alone. Default `true`.
    #[must_use]
    pub fn links(self, links: bool) -> Self {
        Self { links, ..self }
    }

    /// One line a paragraph and no blank lines, for language models, which read them apart all the same. Default `false`: a program
    /// that shows Markdown would make one paragraph of it.
    #[must_use]
    pub fn compact(self, compact: bool) -> Self {
        Self { compact, ..self }
    }
}
