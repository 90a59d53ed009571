//! Sub-headings in text without markup: short lines that paragraphs follow, told from captions, credits and menus by place and shape.
//! Which lines are the article's is decided before.

use crate::body::Block;
use crate::content::captions;
use crate::content::placed_block::PlacedBlock;
use crate::content::text_lines::ends_sentence;
use crate::content::tuning::{
    HEADING_MAX, TEXT_HEADING_BELOW, TEXT_HEADING_MIN, TEXT_HEADING_SHARE,
};
use crate::grammar::byline;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::is_han;
use crate::grammar::time::{self, TimeContext};

/// Makes headings of the paragraphs that are some.
pub(crate) fn mark(pieces: &mut [PlacedBlock]) {
    let sentences: Vec<bool> = pieces.iter().map(is_sentence).collect();
    let mut found: Vec<usize> = Vec::new();
    for i in 0..pieces.len() {
        let text = pieces[i].text();
        let numbered = is_numbered(text);
        let paragraph = matches!(pieces[i].block, Block::Paragraph(_));
        let above = i.checked_sub(1);
        // 二、湖区 and 1. 步道 stand one below the other.
        let follows =
            above.is_none_or(|above| sentences[above] || numbered && found.last() == Some(&above));
        let opens = sentences.get(i + 1) == Some(&true)
            || numbered
                && pieces
                    .get(i + 1)
                    .is_some_and(|next| is_numbered(next.text()));
        if paragraph && follows && opens && reads_like_one(text) {
            found.push(i);
        }
    }
    // More such lines than paragraphs are speakers, or captions whose pictures are gone.
    let paragraphs = sentences.iter().filter(|&&is| is).count();
    let plain = found
        .iter()
        .filter(|&&i| !is_numbered(pieces[i].text()))
        .count();
    if plain as f32 > paragraphs as f32 * TEXT_HEADING_SHARE {
        return;
    }
    let texts: Vec<String> = found
        .iter()
        .map(|&i| pieces[i].text().to_string())
        .collect();
    for (n, i) in found.into_iter().enumerate() {
        // Who speaks comes again.
        if texts.iter().filter(|text| **text == texts[n]).count() > 1 {
            continue;
        }
        let piece = &mut pieces[i];
        if let Block::Paragraph(paragraph) = &mut piece.block {
            piece.block = Block::heading(3, std::mem::take(&mut paragraph.content));
        }
    }
}

/// Whether a piece is a paragraph of prose.
fn is_sentence(piece: &PlacedBlock) -> bool {
    let text = piece.text();
    matches!(piece.block, Block::Paragraph(_))
        && text.chars().count() >= TEXT_HEADING_BELOW
        && (ends_sentence(text) || text.contains('。'))
}

/// Whether a line begins as numbered headings do: `一、`, `（二）`, `第三章`, `4.`, `【湖区】`.
fn is_numbered(text: &str) -> bool {
    let numeral = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            )
    };
    let inner = text.trim_start_matches(['（', '(', '第', '【', '■', '◆', '●']);
    let rest = inner.trim_start_matches(numeral);
    let counted = rest.len() < inner.len();
    counted && rest.starts_with(['、', '.', '．', '）', ')', '章', '节', '節', ' ', '，'])
        || text.starts_with('【') && text.ends_with('】')
        || text.starts_with(['■', '◆', '●'])
}

/// Whether a line is worded as sub-headings are.
fn reads_like_one(text: &str) -> bool {
    let chars = text.chars().count();
    let dated = time::find(text, &TimeContext::default())
        .is_some_and(|found| found.raw.len() * 2 >= text.len());
    (TEXT_HEADING_MIN..=HEADING_MAX).contains(&chars)
        && text.chars().filter(|&c| is_han(c)).count() >= 2
        && !ends_sentence(text)
        && !text.ends_with(['、', ',', ';', '.', '/'])
        && !text.starts_with(['▲', '△', '▼', '▽', '#', '＊', '*', '※', '☆', '→', '>'])
        && (!text.starts_with(['（', '(']) || is_numbered(text))
        && !text.contains("://")
        && !captions::is_worded(text)
        && !captions::is_credited(text)
        && !byline::is_credit_line(text)
        && !dated
        // 适合人群：医生、护士 is a value behind its label.
        && (!text.contains('：') || !text.contains('、'))
        && !Facet::CaptionWord.within(text)
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::body::Block;
    use crate::body::plain::plain;

    #[test]
    fn sub_headings_of_texts() {
        let one = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。";
        let two = "公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨，铁轨旁种上了两百棵樱花。";
        let three = "管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区，花期里请不要攀折樱花。";
        for (lines, expected) in [
            (["湖区", "步道"], &["湖区", "步道"] as &[&str]),
            (
                ["一、湖区怎么走", "二、步道有多长"],
                &["一、湖区怎么走", "二、步道有多长"],
            ),
            // Captions and credits.
            (["图为公园湖区", "▲公园的步道"], &[]),
            (["步道 王小明 摄", "步道（左一为李四）"], &[]),
            (["湖区，", "（节选）"], &[]),
            (["王小明", "王小明"], &[]),
            (["图为李四", "适合人群：老人、儿童"], &[]),
        ] {
            let [first, second] = lines;
            let text = format!(
                "首页\n城东公园今起开放\n2024-05-10 06:58 橙橘网\n{one}\n{first}\n{two}\n{second}\n{three}\n{one}\n关于我们\n"
            );
            let article = Article::parse(&text).unwrap();
            let blocks = article.body.blocks.iter();
            let headings: Vec<String> = blocks
                .filter_map(|block| match block {
                    Block::Heading(heading) => Some(plain(&heading.content)),
                    _ => None,
                })
                .collect();
            assert_eq!(headings, *expected, "{text}");
        }
    }
}
