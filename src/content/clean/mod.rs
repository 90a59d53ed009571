//! What is cut from a body: subtrees that are something else, then lines at its edges and between its paragraphs. Every cut has a reason.

mod card;
mod controls;
mod credits;
mod edge_pictures;
mod end;
mod head;
mod line;
mod lines;
mod link_list;
mod subscription_box;
mod subtitle;
mod subtrees;
#[cfg(test)]
mod tests;
mod way_back;

pub(crate) use crate::content::clean::edge_pictures::edge_pictures;
pub(crate) use crate::content::clean::end::{dividers, end};
pub(crate) use crate::content::clean::head::above;
pub(crate) use crate::content::clean::lines::lines;
pub(crate) use crate::content::clean::subtitle::subtitle;
pub(crate) use crate::content::clean::subtrees::{may_cut, subtrees};
