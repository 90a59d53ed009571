//! Captions: which element is set as one, and which line below a picture is one. Where a caption stands in `figcaption`, `blocks` knows it.

use crate::body::Block;
use crate::content::hint::hints;
use crate::content::placed_block::PlacedBlock;
use crate::content::tuning::CAPTION_MAX;
use crate::content::tuning::captions::{
    CAPTIONS_SHARE, CREDIT_ALONE, CREDIT_MAX, CREDITED_WITHIN, NEAR, PROSE_MIN, SET_MAX,
    TELLING_MIN,
};
use crate::grammar::hints::Hint;
use crate::grammar::lexicon::facet::Facet;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::text::is_longer;

/// Lines right after a picture that say what is on it become its caption.
pub(crate) fn fold(pieces: &mut Vec<PlacedBlock>) {
    // Where most of the text is centred, being centred says nothing: diaries of travellers are written so. Captions may be more than paragraphs,
    // but are shorter.
    let worded = pieces
        .iter()
        .filter(|p| matches!(p.block, Block::Paragraph(_)));
    let (mut all, mut set, mut text, mut set_text) = (0, 0, 0, 0);
    for p in worded {
        (all, text) = (all + 1, text + p.text().len());
        if p.captioned {
            (set, set_text) = (set + 1, set_text + p.text().len());
        }
    }
    let few = set * 2 <= all || all < TELLING_MIN;
    let telling = few || set_text * CAPTIONS_SHARE <= text;
    pieces.dedup_by(|piece, before| {
        let Block::Image(image) = &mut before.block else {
            return false;
        };
        let heading = match piece.block {
            Block::Paragraph(_) => false,
            Block::Heading(_) => true,
            _ => return false,
        };
        let caption = match image.caption.as_deref() {
            // What the picture says of itself, said again below it.
            // An editor may give a picture the first paragraph to say, though.
            None if image.alt.as_deref() == Some(piece.text()) => {
                !is_prose(piece.text()) || piece.captioned || is_worded(piece.text())
            }
            // Sub-headings are centred too.
            None => {
                let set_as_one = piece.captioned && if heading { few } else { telling };
                is_caption(piece.text(), set_as_one, heading)
            }
            Some(known) => known == piece.text(),
        };
        if caption {
            image.caption = Some(piece.text().to_string());
        }
        caption
    });
    // A caption whose picture is not there: a script would have loaded it.
    pieces.retain(|piece| {
        let text = piece.text();
        let orphan = piece.captioned
            && telling
            && matches!(piece.block, Block::Paragraph(_))
            && text.chars().count() <= CAPTION_MAX * 2
            && is_credit_at_end(text);
        !orphan
    });
}

/// Whether a text is a paragraph by its length and its marks: whole sentences.
fn is_prose(text: &str) -> bool {
    is_longer(text, PROSE_MIN) && text.ends_with(['。', '！', '？']) && text.contains('，')
}

/// Whether a text ends with who took the picture, in brackets: `…被送到醫院。（左朗星攝）`
fn is_credit_at_end(text: &str) -> bool {
    ["摄）", "攝）", "摄)", "攝)"]
        .iter()
        .any(|end| text.ends_with(end))
}

/// The first node of the line that is the caption of what stands at `ix`, if it is a line of its own.
pub(crate) fn line(dom: &Dom, ix: NodeId, caption: &str) -> Option<u32> {
    let (lines, at) = (dom.lines(), dom.line_from(ix));
    let below = lines[at..].iter().take(NEAR);
    let above = lines[..at].iter().rev().take(NEAR);
    let mut near = below.chain(above);
    let said = caption.trim();
    near.find(|line| dom.line_text(line).trim() == said)
        .map(|line| line.node)
}

fn is_caption(text: &str, set_as_one: bool, heading: bool) -> bool {
    let chars = text.chars().count();
    // 短片由张三拍摄 may be a sub-heading.
    chars <= CAPTION_MAX
        && (is_marked(text) || !heading && is_credited(text) || set_as_one && chars <= SET_MAX)
}

/// Whether a line's words say that it is a caption: `▲湖区的水鸟`, `孩子们在水边。张三摄`.
pub(crate) fn is_worded(text: &str) -> bool {
    text.chars().count() <= CAPTION_MAX && (is_marked(text) || is_credited(text))
}

/// A caption by how it begins.
fn is_marked(text: &str) -> bool {
    text.starts_with(['▲', '△', '▼', '►', '↑'])
        || is_numbered(text)
        || Facet::CaptionStart.starts(text)
}

/// `图1`, and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    behind_number(text.trim()).is_some_and(str::is_empty)
}

/// What stands behind the number of a picture.
fn behind_number(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['图', '圖'])?;
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (behind.len() < rest.len()).then_some(behind)
}

/// `图1：湖区的水鸟`, `圖7之1 - （張三攝）`
fn is_numbered(text: &str) -> bool {
    let number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let Some(rest) = behind_number(text) else {
        return false;
    };
    rest.is_empty()
        || rest.starts_with(['：', ':', '.', '．', '|', '｜'])
        || rest.strip_prefix('之').is_some_and(number)
}

/// A caption by the credit it ends with, or has in it.
pub(crate) fn is_credited(text: &str) -> bool {
    let chars = text.chars().count();
    chars <= CREDITED_WITHIN && Facet::CaptionCredit.within(text)
        || chars <= CAPTION_MAX
            && (Facet::CaptionEnd.ends(text) || Facet::CaptionCredit.within(last_chars(text)))
        // 张三摄影, and nothing else.
        || chars <= CREDIT_ALONE && text.ends_with('影') && Facet::PhotographerLabel.ends(text)
}

/// The end of a text, where its credit stands.
fn last_chars(text: &str) -> &str {
    let from = text.char_indices().rev().nth(CREDIT_MAX - 1);
    from.map_or(text, |(at, _)| &text[at..])
}

/// Whether an element's class or style sets it as a caption.
pub(crate) fn is_caption_element(dom: &Dom, ix: NodeId) -> bool {
    let set = dom.tag(ix) == Tag::Center
        || dom.attrs(ix).any(|(name, value)| match name {
            "align" => value.eq_ignore_ascii_case("center"),
            "style" => value.find("text-align").is_some_and(|at| {
                value[at + 10..]
                    .trim_start_matches([' ', ':'])
                    .starts_with("center")
            }),
            _ => false,
        });
    set || hints(dom, ix).has(Hint::Caption)
}
