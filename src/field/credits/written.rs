//! Credits written into the body itself: datelines, signatures, squares before names. Which of them counts is decided in the parent.

use crate::field::context::Context;
use crate::field::credits::tuning::written::{
    BELOW, CREDIT_MAX, LINES_MAX, OPENING, PART_MAX, ROLE_MAX, SIGNATURE_MAX, TAIL,
};
use crate::grammar::byline;
use crate::grammar::byline::Credits;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::names::is_person;
use crate::reason::Clue;
use crate::text::is_longer;

/// What newspapers set before who wrote a piece.
const SQUARES: [char; 4] = ['□', '■', '◎', '○'];

/// Credits written into the body: its first and last paragraphs.
pub(super) struct BodyText {
    head: Vec<(Clue, Credits)>,
    tail: Vec<(Clue, Credits)>,
}

/// Whether a paragraph ends in `（張三／台中報導）` or the like; cheap to ask.
fn ends_in_dateline(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['）', ')', '】', '〕'])
        && Facet::Report.ends(line.trim_end_matches(['）', ')', '】', '〕']))
}

/// Whether a paragraph ends in `（橙视记者 张三）`, wherever in the text it stands; cheap to ask.
fn ends_in_reporter(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['）', ')'])
        && line.rfind(['（', '(']).is_some_and(|open| {
            !is_longer(&line[open..], CREDIT_MAX) && Facet::JournalistWord.within(&line[open..])
        })
}

/// Where `…。（張三／台中報導）` ends inside a paragraph that goes on with something else.
fn dateline_within(line: &str) -> Option<usize> {
    if !line.contains('）') {
        return None;
    }
    let (at, end) = Facet::DatelineEnd.find(line)?;
    Some(at + end.len())
}

impl BodyText {
    pub(super) fn new(cx: &Context<'_>) -> Self {
        let (dom, range) = match cx.place {
            crate::content::location::BodyLocation::Source(dom) => (&**dom, 0..dom.lines().len()),
            _ => (cx.dom(), cx.layout.body()),
        };
        let all = dom.lines();
        // Signatures are short: as lines they often stand just below what counts as the body.
        let below = all[range.end.min(all.len())..].iter();
        let signed = below
            .take(BELOW)
            .take_while(|l| l.counts.linked == 0 && l.counts.chars <= SIGNATURE_MAX);
        let end = range.end.min(all.len()) + signed.count();
        let mut start = range.start.min(end);
        // □记者 张三 right above the first paragraph.
        if start > 0
            && all[start - 1].counts.chars <= SIGNATURE_MAX
            && dom
                .line_text(&all[start - 1])
                .trim_start()
                .starts_with(SQUARES)
        {
            start -= 1;
        }
        let lines: Vec<&str> = all[start..end].iter().map(|l| dom.line_text(l)).collect();
        let on_page = std::ptr::eq(dom, cx.dom());
        let read = |i: usize| match on_page {
            true => cx.credits_of_line(start + i),
            false => byline::line(lines[i]),
        };
        let mut known: [Option<Credits>; 3] = [const { None }; 3];
        // The first lines of a short text are its last as well.
        let mut byline = |i: usize| match known.get_mut(i) {
            Some(known) => known.get_or_insert_with(|| read(i)).clone(),
            None => read(i),
        };
        let mut head = Vec::new();
        for line in lines.iter().take(3) {
            head.push((Clue::FirstParagraph, byline::head(line)));
        }
        let mut tail = Vec::new();
        for (i, line) in lines.iter().enumerate().rev().take(TAIL) {
            if let Some((_, credits)) = byline::tail(line) {
                tail.push((Clue::LastParagraph, credits));
            }
            if let Some(name) = byline::introduced(line) {
                let mut credits = Credits::default();
                credits.authors.push(name.to_string());
                tail.push((Clue::LastParagraph, credits));
            }
            if !is_longer(line, 60) {
                tail.push((Clue::Signature, byline(i)));
            }
        }
        // Where an article is followed by something else, its dateline stands in the middle: …釐清死因。（張三／台中報導）
        for line in lines.iter().rev().take(LINES_MAX) {
            let reported = || ends_in_reporter(line);
            if (ends_in_dateline(line) || reported())
                && let Some((_, credits)) = byline::tail(line)
                // Captions name who took the picture.
                && (!credits.authors.is_empty() || !reported())
            {
                tail.push((Clue::ParagraphEnd, credits));
            } else if let Some(end) = dateline_within(line)
                && let Some((_, credits)) = byline::tail(&line[..end])
            {
                tail.push((Clue::ParagraphEnd, credits));
            }
        }
        // 城东快报记者 in one line, the name in the next.
        for pair in lines.windows(2).rev().take(TAIL) {
            let (role, name) = (pair[0].trim(), pair[1].trim());
            if role.ends_with(['者', '员', '員']) && !is_longer(role, ROLE_MAX) && is_person(name)
            {
                let line = format!("{role} {name}");
                tail.push((Clue::SignatureInTwoLines, byline::line(&line)));
            }
        }
        // Newspapers mark the writer of each piece with a square: □张三（某某研究院研究员）
        let mut squares = Credits::default();
        for (i, line) in lines.iter().enumerate().take(LINES_MAX) {
            if let Some(name) = line.trim().strip_prefix(SQUARES)
                && !is_longer(line, 40)
            {
                let name = name.trim();
                let bare = name.split(['（', '(']).next().unwrap_or(name).trim();
                if is_person(bare) {
                    squares.authors.push(bare.to_string());
                } else {
                    squares.authors.extend(byline::line(name).authors);
                }
                // □记者 张三 above `通讯员 李四本报讯 近日，…`
                let next = lines.get(i + 1).map_or("", |next| next.trim_start());
                if !squares.authors.is_empty() && Facet::Reporter.starts(next) {
                    squares.authors.extend(byline::head(next).authors);
                }
            }
        }
        if !squares.authors.is_empty() {
            tail.push((Clue::Square, squares));
        }
        // Each part of a text by several has its own: 本报记者 张三 above one, 本报记者 李四 above the next.
        let mut parts = Credits::default();
        let mut bylines = 0;
        // The first of them may stand above the body.
        let info = match (on_page, cx.layout.headline()) {
            (true, Some(headline)) if headline < start => &all[headline + 1..start],
            _ => &[],
        };
        let info = info.iter().map(|l| dom.line_text(l));
        for line in info.chain(lines.iter().copied().take(LINES_MAX)) {
            if !is_longer(line, PART_MAX)
                && let Some(names) = Facet::JournalistWord
                    .find(line)
                    .map(|(at, word)| &line[at + word.len()..])
                && Facet::OwnHouse.is(line[..line.len() - names.len()]
                    .trim()
                    .trim_end_matches(['记', '記', '者']))
            {
                let found = byline::line(line).authors;
                bylines += usize::from(!found.is_empty());
                parts.authors.extend(found);
            }
        }
        if bylines > 1 {
            tail.push((Clue::Square, parts));
        }
        // Below the captions of the pictures a text opens with: 記者張三／台北報導.
        for (i, line) in lines.iter().enumerate().take(OPENING).skip(3) {
            if !is_longer(line, 40)
                && line.contains(['/', '／'])
                && Facet::Report.ends(line.trim_end())
            {
                head.push((Clue::FirstParagraph, byline(i)));
            }
        }
        // Signature lines at the top: 文/张三.
        for (i, line) in lines.iter().enumerate().take(3) {
            if !is_longer(line, 40) {
                head.push((Clue::Signature, byline(i)));
            }
        }
        Self { head, tail }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &(Clue, Credits)> {
        self.head.iter().chain(&self.tail)
    }
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::samples::PARAGRAPHS;

    #[test]
    fn signatures_of_pages() {
        let rows: &[(&str, &[&str])] = &[
            ("<p>市民可自由入園。（張三／台北報導）</p>", &["張三"]),
            ("<p>城东快报记者</p><p>王小明</p>", &["王小明"]),
            (
                "<p>城东快报+/橙橘南城记者</p><p>　　王小明</p>",
                &["王小明"],
            ),
            ("<p>□李四（城东大学教授）</p>", &["李四"]),
            ("<p>本报记者 张三 摄</p>", &[]),
            ("<p>受访者</p><p>王小明</p>", &[]),
            (
                "<p>市民可自由入園。（張三／台中報導）本報關心您：珍惜生命，請勿攀爬水塔。</p>",
                &["張三"],
            ),
        ];
        for (below, expected) in rows {
            let html =
                format!("<h1>城东公园今起开放</h1><div class=content>{PARAGRAPHS}{below}</div>");
            let authors = Article::parse(&html).unwrap().metadata.authors;
            assert_eq!(authors, *expected, "{below}");
        }
    }
}
