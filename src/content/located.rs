//! The page once headline and body are found: where both stand, how its lines lie around them, and what its labels say. Finds no field.

use crate::content::labelled::{self, LabelledValue, Layout, Said};
use crate::content::location::{self, BodyLocation};
use crate::content::roots::SiblingRange;
use crate::content::subject::Subject;
use crate::page::dom::NodeId;
use crate::trace::Tracer;

/// A headline and the element that shows it, if one does.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) node: Option<NodeId>,
}

/// A page with its headline and its body.
#[derive(Debug)]
pub(crate) struct Located<'a> {
    pub(crate) subject: &'a Subject<'a>,
    pub(crate) headline: Headline,
    pub(crate) body: BodyLocation,
    /// Where the headline of another article stands that a rule's title finds on the same page: what is below it is that one's.
    pub(crate) next_article: Option<NodeId>,
    pub(crate) layout: Layout,
    /// Labelled values of the page and, if the body came from state, of the body.
    pub(crate) labels: Vec<LabelledValue>,
    /// Which lines of the page are known to have no label.
    pub(crate) bare: Vec<bool>,
}

impl<'a> Located<'a> {
    /// Looks for the body below this headline.
    pub(crate) fn new(subject: &'a Subject<'a>, headline: Headline, tracer: &mut Tracer) -> Self {
        let dom = &subject.page.dom;
        let body = location::locate(subject, headline.node, tracer);
        let layout = Layout::new(dom, headline.node, body.first().zip(body.end()));
        let Said { values, bare } = labelled::gather(dom, &layout);
        let mut labels = values;
        if let BodyLocation::Source(inner) = &body {
            let whole = SiblingRange::of(inner, inner.root());
            let layout = Layout::new(inner, None, Some((whole, whole.to)));
            let of_body = labelled::gather(inner, &layout);
            labels.extend(of_body.values.into_iter().map(|label| LabelledValue {
                on_page: false,
                ..label
            }));
        }
        Self {
            next_article: location::next_article(subject, &body),
            subject,
            headline,
            body,
            layout,
            labels,
            bare,
        }
    }

    /// The text node the body's first line starts in.
    pub(crate) fn body_start(&self) -> Option<NodeId> {
        self.layout.body_start(&self.subject.page.dom)
    }
}
