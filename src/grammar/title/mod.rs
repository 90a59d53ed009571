//! What the text of a headline says: what stands around it in its own element, the site's suffix, whether two are the same. Not where it is found.

pub(crate) mod key;
pub(crate) mod pairs;
pub(crate) mod subtitle;
pub(crate) mod suffix;
pub(crate) mod text;
