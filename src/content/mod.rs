//! The generic body: where it stands, what is cut from it, and how elements become blocks. Fields other than the body are in `field`.

pub(crate) mod blocks;
pub(crate) mod body;
pub(crate) mod captions;
pub(crate) mod clean;
pub(crate) mod copies;
pub(crate) mod credit_line;
pub(crate) mod forms;
pub(crate) mod formulas;
pub(crate) mod hint;
pub(crate) mod images;
pub(crate) mod labelled;
pub(crate) mod lead;
pub(crate) mod located;
pub(crate) mod location;
pub(crate) mod opening_list;
pub(crate) mod page_clock;
pub(crate) mod picture_boxes;
pub(crate) mod placed_block;
pub(crate) mod players;
pub(crate) mod roots;
pub(crate) mod spans;
pub(crate) mod story;
pub(crate) mod subject;
pub(crate) mod subtitle_line;
pub(crate) mod summary_box;
pub(crate) mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod text_headings;
pub(crate) mod text_lines;
pub(crate) mod tuning;
pub(crate) mod values;
