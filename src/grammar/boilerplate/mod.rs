//! Lines that stand around or inside bodies and are not the article's: end marks, disclaimers, share and app lines, page furniture.
//!
//! Short whole lines only: an article may well write 扫码 or 版权所有 in a sentence of its own.

use std::sync::LazyLock;

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;

mod around;
mod phrases;
mod shapes;
#[cfg(test)]
mod tests;
pub(crate) mod verdict;

pub(crate) use crate::grammar::boilerplate::around::{
    Footer, Rights, footer, is_comment_control, is_page_furniture, rights,
};
use crate::grammar::boilerplate::around::{is_comment_counter, is_player_control};
pub(crate) use crate::grammar::boilerplate::shapes::{
    is_appeal, is_at_tail, is_button, is_stock_quote, is_way_back, way_back_at_end,
};
use crate::grammar::boilerplate::shapes::{
    is_controls, is_counter, is_declaration_head, is_embed_mark, is_invitation, is_of_icons,
    is_own_list_label, is_paper_page, is_player_source, is_reading_time, is_stance, is_terms,
    is_unfilled,
};
use crate::reason::Noise;

use verdict::{
    FURNITURE_MAX,
    LineVerdict::{self, Drop, End},
    Whereabouts::{Any, Start, Whole},
    is_frame,
};

/// The phrases by the place they are looked for in.
struct Phrases {
    whole: Words<LineVerdict>,
    starts: Words<LineVerdict>,
    within: Words<LineVerdict>,
}

static BODY: LazyLock<Phrases> = LazyLock::new(|| {
    let at = |place| {
        let rows = phrases::BODY.iter().filter(move |row| row.0 == place);
        query::finder(rows.map(|(_, act, facet)| (*facet, *act)))
    };
    Phrases {
        whole: at(Whole),
        starts: at(Start),
        within: at(Any),
    }
});

impl Phrases {
    /// What the phrases in a line say of it, with the byte each ends at.
    fn acts<'a>(
        &'a self,
        line: &'a str,
        long: bool,
    ) -> impl Iterator<Item = (usize, LineVerdict)> + 'a {
        let starts = self.starts.at_start(line);
        let whole = self.whole.get(line).map(|act| (line.len(), *act));
        let within = (!long).then(|| self.within.within(line));
        let within = within.into_iter().flatten();
        starts
            .map(|(word, act)| (word.len(), *act))
            .chain(whole)
            .chain(within.map(|(at, word, act)| (at + word.len(), *act)))
    }
}

/// What becomes of a line of the body, if it is furniture.
pub(crate) fn act(line: &str) -> Option<LineVerdict> {
    // Terms of use and the like, however long, when they stand below or above the text.
    let terms = is_terms(line);
    // ◤冬季用品優惠◢
    let pointed = line.trim_start().starts_with('◤');
    let end = line.trim_end();
    // 下載「橙橘新聞APP」 quotes a name, 他說：「下載了。」 a sentence.
    let sentence = end.ends_with(['。', '”', '：'])
        || end.ends_with('」') && end.contains(['，', '。', '：', '！', '？']);
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    let chars = line.chars().count();
    if terms {
        return Some(Drop(Noise::TermsOfUse));
    }
    if chars == 0 {
        return None;
    }
    if is_of_icons(line) {
        return Some(Drop(Noise::Control));
    }
    if pointed && chars <= FURNITURE_MAX / 2 {
        return Some(Drop(Noise::Promotion));
    }
    if is_counter(line) {
        return Some(Drop(Noise::Counter));
    }
    if is_player_control(line) {
        return Some(Drop(Noise::PlayerLabel));
    }
    if is_comment_counter(line) {
        return Some(End(Noise::Comments));
    }
    if is_way_back(line) {
        return Some(Drop(Noise::WayBack));
    }
    if is_stance(line, chars) {
        return Some(Drop(Noise::Disclaimer));
    }
    if is_paper_page(line, chars) {
        return Some(Drop(Noise::PaperPage));
    }
    if !sentence && is_invitation(line, chars) {
        return Some(Drop(Noise::Promotion));
    }
    if is_embed_mark(line, chars) || is_reading_time(line, chars) || is_unfilled(line) {
        return Some(Drop(Noise::Control));
    }
    if is_player_source(line, chars) {
        return Some(Drop(Noise::PlayerLabel));
    }
    if is_declaration_head(line, chars) {
        return Some(End(Noise::Declaration));
    }
    if is_own_list_label(line, chars) {
        return Some(End(Noise::RelatedList));
    }
    if chars <= FURNITURE_MAX && is_controls(line) {
        return Some(Drop(Noise::Controls));
    }
    // Disclaimers run longer than other furniture, and start with what they are.
    let long = chars > FURNITURE_MAX;
    if chars > FURNITURE_MAX * 5 {
        return None;
    }
    let mut found = None;
    for (end, act) in BODY.acts(line, long) {
        if long && !matches!(act, Drop(Noise::Disclaimer | Noise::OriginalTitle)) {
            continue;
        }
        if let End(reason) = act {
            let behind = line[end..].trim_start();
            let after_colon = behind.strip_prefix([':', '：']).map(str::trim);
            match after_colon {
                // A label alone: the list below it is none of the article's.
                _ if behind.is_empty() || after_colon == Some("") => return Some(act),
                // A label with one headline behind it, between paragraphs.
                Some(_) => found = Some(Drop(reason)),
                // 相关阅读 with a sentence behind it is a sentence: 网友评论道.
                None if is_rest_of_label(behind) => return Some(act),
                None => {}
            }
            continue;
        }
        found = Some(act);
    }
    found
}

/// What may follow a list's label in its line: `MORE>>`, `更多`, `榜`.
fn is_rest_of_label(behind: &str) -> bool {
    let behind = behind.trim_matches(|c: char| c.is_whitespace() || is_frame(c));
    behind.len() <= 12 && behind.is_ascii() || Facet::BehindLabel.is(behind)
}
