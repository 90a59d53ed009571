//! Rows of short pieces that a style sheet alone sets apart: `<span>来源：城东日报</span><span>阅读 123</span>`, without white space between
//! them. Whether one is such a row; not what its pieces say.

use html5ever::Attribute;

use crate::page::html::nodes::{Id, Tree, Value};
use crate::page::tag::Tag;

/// Characters of a row, at most.
const CHARS_MAX: usize = 100;
/// Nodes of a row, at most.
const NODES_MAX: usize = 60;
/// Figures of a date or a clock, at least.
const FIGURES_MIN: usize = 4;

/// Elements that pieces of a row are.
pub(super) fn is_piece(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A | Tag::Em | Tag::I | Tag::Span | Tag::Time | Tag::Other
    )
}

/// Whether all that stands in an element is pieces of a line of times, names and counters, none of them a sentence.
pub(super) fn is_row(tree: &Tree, parent: Id) -> bool {
    let (mut chars, mut dated, mut labelled) = (0, false, false);
    for (i, id) in tree.subtree(parent).enumerate() {
        if i > NODES_MAX {
            return false;
        }
        match tree.value(id) {
            Value::Text(text) => {
                if tree.parent(id) == Some(parent) && !text.trim().is_empty() {
                    return false;
                }
                // Lengths in bytes bound the work.
                chars += text.trim().len();
                if chars > CHARS_MAX * 3 || text.contains(['。', '，', '！', '？', '“', '「'])
                {
                    return false;
                }
                let figures = text.bytes().filter(u8::is_ascii_digit).count();
                dated |= figures >= FIGURES_MIN
                    && (text.contains(['-', '/']) || text.contains('年') && text.contains('月'));
                labelled |= text.contains(['：', ':', '／', '/', '|']);
            }
            Value::Element { name, attrs } if id != parent => {
                let tag = tree.tag(*name);
                if tag.is_block() || tag == Tag::Font || attrs.iter().any(sets_type) {
                    return false;
                }
            }
            _ => {}
        }
    }
    dated || labelled
}

/// Whether an attribute says how letters look: editors cut a sentence into pieces wherever that changes.
fn sets_type(attr: &Attribute) -> bool {
    let name = &*attr.name.local;
    match name {
        "style" => !attr.value.contains("margin") && !attr.value.contains("padding"),
        _ => matches!(name, "lang" | "leaf" | "textstyle"),
    }
}

/// Whether a piece is set apart from what stands before it: both are more than a character, and neither a mark nor a figure joins them.
pub(super) fn is_apart(tree: &Tree, before: &str, piece: Id) -> bool {
    let joins = |c: char| {
        !c.is_alphanumeric() || matches!(c, '年' | '月' | '日' | '时' | '時' | '分' | '点' | '點')
    };
    let own = tree
        .subtree(piece)
        .find_map(|id| tree.text(id).map(str::trim).filter(|text| !text.is_empty()));
    let Some(own) = own else { return false };
    let mut behind = own.chars();
    let (Some(first), Some(_)) = (behind.next(), behind.next()) else {
        return false;
    };
    let mut last = before.chars().rev().take_while(|&c| c != '\n');
    match (last.next(), last.next()) {
        (Some(last), Some(_)) => {
            let letters = last.is_ascii_alphabetic() && first.is_ascii_alphabetic();
            let closed = matches!(last, ')' | '）' | '日' | '分');
            !joins(first) && (closed || !joins(last)) && !letters
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::limits::Limits;
    use crate::page::dom::Dom;

    #[test]
    fn pieces_of_a_row_are_set_apart() {
        let rows = [
            // html | text
            (
                "<div><span>2024-05-10 10:00</span><span>来源：城东日报</span><span>阅读 123</span></div>",
                "2024-05-10 10:00 来源：城东日报 阅读 123",
            ),
            (
                "<div><span>文／张三</span><span>圖／李四</span><span>2024-05-10</span></div>",
                "文／张三 圖／李四 2024-05-10",
            ),
            (
                "<p><span style='margin-left:1em'>作者：张三</span><a href=/a/>城东日报</a><i>10:20</i></p>",
                "作者：张三 城东日报 10:20",
            ),
            // A date in pieces, a single character, a mark.
            (
                "<p><span>2024</span><span>年05月</span><em>10</em><em>日</em><span>10:20</span></p>",
                "2024年05月10日 10:20",
            ),
            // Editors cut sentences into pieces; so do menus, whose words are told apart by their links.
            (
                "<p><span style='font-size:16px'>2024</span><span style='font-size:16px'>级学生张三</span></p>",
                "2024级学生张三",
            ),
            (
                "<p><span>城东公园举行</span><span>2024</span><span>迎新徒步活动</span></p>",
                "城东公园举行2024迎新徒步活动",
            ),
            (
                "<p><span>图：城东公园</span><span lang=zh>湖区</span></p>",
                "图：城东公园湖区",
            ),
            (
                "<p><span>城东公园：</span><span>今天开放，全天免费。</span><span>湖区</span></p>",
                "城东公园：今天开放，全天免费。湖区",
            ),
            (
                "<p>来源：<span>城东</span><span>日报</span></p>",
                "来源：城东日报",
            ),
            (
                "<p><a href=/>首页</a><a href=/news>新闻</a></p>",
                "首页新闻",
            ),
        ];
        for (html, text) in rows {
            let dom = Dom::document(html, &Limits::default()).unwrap();
            assert_eq!(dom.page_text().trim_end(), text, "{html}");
        }
    }

    /// What is written as HTML reads as it was: a body has no rows.
    #[test]
    fn a_body_comes_back_as_it_was() {
        let html = "<p><em>发表于 2022-01-03</em><a href=\"https://a.example/edu\"><em>亲子教育</em></a></p>";
        let body = crate::Body::parse(html).unwrap();
        assert_eq!(crate::Body::parse(&body.html()).unwrap(), body);
        assert_eq!(body.text(), "发表于 2022-01-03亲子教育");
    }
}
