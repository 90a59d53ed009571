//! The generic body: where it stands, what is cut from it, and how elements become blocks. Fields other than the body are in `field`.

pub(crate) mod blocks;
pub(crate) mod body;
pub(crate) mod captions;
pub(crate) mod clean;
pub(crate) mod furniture;
pub(crate) mod hints;
pub(crate) mod images;
pub(crate) mod lead;
pub(crate) mod piece;
pub(crate) mod players;
pub(crate) mod roots;
pub(crate) mod spans;
pub(crate) mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod tuning;
pub(crate) mod values;
