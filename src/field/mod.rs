//! One file a field: where on the page it is looked for, which candidate wins. What a text says is asked of `grammar`. Not the order of fields (see `parser`).

pub(crate) mod access;
mod adjacent;
pub(crate) mod breadcrumb;
mod class_role;
pub(crate) mod context;
pub(crate) mod credits;
pub(crate) mod kind;
pub(crate) mod next_page;
pub(crate) mod published;
pub(crate) mod related;
pub(crate) mod site;
pub(crate) mod subtitle;
pub(crate) mod summary;
pub(crate) mod tags;
pub(crate) mod title;
