//! What an element says of its picture: its `alt`, and a caption for the enlarged picture.

use crate::content::tuning::CAPTION_MAX;
use crate::content::tuning::images::CAPTION_BYTES;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};
use crate::text;

/// Whether an `alt` text tells what is on the picture: no number, no file's name, no editor's default.
pub(super) fn says_something(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    let file = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"];
    alt.chars().count() >= 2
        && !alt.starts_with("http")
        && alt.chars().any(char::is_alphabetic)
        && !file.iter().any(|end| lower.ends_with(end))
        && !Facet::DefaultAlt.is(alt)
        && !Facet::UploadedAlt.ends(alt)
}

/// The caption that a script shows with the enlarged picture.
pub(super) fn data_caption(dom: &Dom, ix: NodeId) -> Option<String> {
    let mut around = std::iter::once(ix).chain(dom.ancestors(ix).take(3));
    let stated = around.find_map(|a| dom.attr(a, "data-caption"))?;
    // A box lends it to all its pictures, and each would read it again.
    if stated.len() > CAPTION_BYTES {
        return None;
    }
    let text = text::clean(stated);
    let fits = (2..=CAPTION_MAX).contains(&text.chars().count()) && !text.contains('<');
    fits.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn alt_texts() {
        for (alt, expected) in [
            ("湖区的水鸟", true),
            ("2024年5月的湖区", true),
            ("52459", false),
            ("图1.JPG", false),
            ("图片", false),
            ("CMS上传图片", false),
            ("https://chengju.example/p/1", false),
            ("图", false),
        ] {
            assert_eq!(says_something(alt), expected, "{alt}");
        }
    }
}
