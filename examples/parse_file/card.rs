//! The card: an article as a reader would want it in a terminal.

use zhengwen::{
    Access, Article, Block, Body, Field, FieldValue, PageKind, RelatedItem, RelatedList, Script,
};

use crate::lang::Lang;
use crate::layout::{address, cut, cut_middle, flat, width, wrap};
use crate::names;

/// How it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// At least 40.
    pub columns: usize,
    pub colour: bool,
    pub lang: Lang,
}

/// Paragraphs of the body shown.
const OPENING: usize = 5;
/// Lines of the body shown, should its paragraphs be long or its pictures many.
const LINES: usize = 40;
/// Items of a related list shown.
const ITEMS: usize = 5;
/// Columns of the labels and a gap: three characters, or the longest name of a field.
fn label_columns(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 8,
        Lang::En => 15,
    }
}

/// A label in both languages.
type Label = (&'static str, &'static str);

/// Fields with a place of their own on the card, and those a reader does not ask for.
const APART: &[Field] = &[
    Field::Title,
    Field::Subtitle,
    Field::Authors,
    Field::Source,
    Field::Editors,
    Field::Summary,
    Field::Keywords,
    Field::LeadImage,
    Field::Body,
    Field::Related,
    Field::NextPage,
    Field::Kind,
    Field::Access,
];

const BOLD: &str = "1";
const DIM: &str = "2";
const CYAN: &str = "36";

/// The article's card. `name` is the file's.
pub fn render(article: &Article, name: &str, look: Look) -> String {
    let mut card = Card {
        out: String::new(),
        look,
        hant: article.metadata.script == Some(Script::Hant),
    };
    let lang = look.lang;
    let rule = match &article.site {
        Some(site) => format!("{}{site}", lang.pick("规则：", "rule: ")),
        None => lang
            .pick("没有对应的网站规则，用通用方法", "no rule for this site")
            .to_string(),
    };
    let room = look.columns.saturating_sub(width(&rule) + 2).max(16);
    let head = format!("{}　{rule}", cut_middle(name, room));
    card.line(&cut(&head, look.columns), DIM);
    card.line(&"─".repeat(look.columns), DIM);
    card.metadata(article);
    card.opening(&article.body);
    if let Some(next) = &article.next_page {
        card.line("", "");
        card.row(("下一页", "next_page"), &address(next));
    }
    for list in &article.related {
        card.related(list);
    }
    card.out
}

struct Card {
    out: String,
    look: Look,
    /// Whether the page is in traditional characters: labels follow it.
    hant: bool,
}

impl Card {
    fn metadata(&mut self, article: &Article) {
        let m = &article.metadata;
        let lang = self.look.lang;
        let title = m
            .title
            .as_deref()
            .unwrap_or(lang.pick("（没有标题）", "(no title)"));
        for line in wrap(title, self.look.columns) {
            self.line(&line, BOLD);
        }
        self.field(article, Field::Subtitle);
        if article.kind != PageKind::Article {
            let sure = article.confidence * 100.0;
            let kind = article.kind;
            let kind = match lang {
                Lang::Zh => format!("{}（置信度 {sure:.0}%）", names::kind(kind)),
                Lang::En => format!("{kind} (confidence {sure:.0}%)"),
            };
            self.row(("类型", "kind"), &kind);
        }
        if article.access != Access::Whole {
            let access = article.access.as_str();
            let access = lang.pick(names::access(article.access), access);
            self.row(("全文", "access"), access);
        }
        for field in [Field::Authors, Field::Source, Field::Editors] {
            self.field(article, field);
        }
        for credit in &m.credits {
            let label = (names::role(credit.role), credit.role.as_str());
            self.row(label, &credit.names.join(self.comma()));
        }
        for &field in Field::ALL.iter().filter(|field| !APART.contains(field)) {
            self.field(article, field);
        }
        self.field(article, Field::Summary);
        self.row(("正文", "body"), &amount(&article.body, m.script, lang));
    }

    /// A field with its label, if the article has it.
    fn field(&mut self, article: &Article, field: Field) {
        let value = match article.field(field) {
            Some(FieldValue::Text(url)) if field == Field::CanonicalUrl => address(url),
            Some(FieldValue::Text(text)) => text.to_string(),
            Some(FieldValue::List(steps)) if field == Field::Breadcrumb => steps.join(" › "),
            Some(FieldValue::List(values)) => values.join(self.comma()),
            Some(FieldValue::Time(time)) => names::time(time),
            Some(FieldValue::Source(source)) => {
                let url = address(source.url.as_deref().unwrap_or_default());
                format!("{}  {url}", source.name).trim_end().to_string()
            }
            _ => return,
        };
        self.row((field.zh(), field.as_str()), &value);
    }

    /// The first paragraphs, with the headings and pictures between them.
    fn opening(&mut self, body: &Body) {
        if body.is_empty() {
            return;
        }
        self.line("", "");
        let mut shown = 0;
        let mut lines = 0;
        for block in &body.blocks {
            if shown >= OPENING || lines >= LINES {
                break;
            }
            let start = self.out.len();
            match block {
                Block::Image(image) => {
                    let words = image.caption.as_deref().or(image.alt.as_deref());
                    self.note(("图", "image"), words);
                }
                Block::Video(video) => self.note(("视频", "video"), video.caption.as_deref()),
                Block::Divider => self.line("　　＊　＊　＊", DIM),
                Block::Heading(_) => {
                    for line in wrap(&text_of(block), self.look.columns) {
                        self.line(&line, BOLD);
                    }
                }
                _ => {
                    let room = LINES - lines;
                    self.paragraphs(&text_of(block), room);
                    shown += paragraphs(std::slice::from_ref(block)).max(1);
                }
            }
            lines += self.out[start..].matches('\n').count();
        }
        let rest = paragraphs(&body.blocks).saturating_sub(shown);
        if rest > 0 {
            let more = match self.look.lang {
                Lang::Zh => format!("　　……还有 {rest} 段（--format text）"),
                Lang::En => format!("    … {rest} more paragraphs (--format text)"),
            };
            self.line(&more, DIM);
        }
    }

    /// Text set as Chinese is: two characters in.
    fn paragraphs(&mut self, text: &str, room: usize) {
        let mut lines: Vec<String> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .flat_map(|line| wrap(&format!("　　{line}"), self.look.columns))
            .collect();
        let cut = lines.len() > room;
        lines.truncate(room);
        if cut {
            lines.push("　　……".to_string());
        }
        for line in lines {
            self.line(&line, "");
        }
    }

    /// A picture or video in its place.
    fn note(&mut self, what: Label, words: Option<&str>) {
        let what = self.label(what);
        let text = format!("　　〔{what}〕{}", flat(words.unwrap_or_default()));
        for line in wrap(&text, self.look.columns) {
            self.line(&line, DIM);
        }
    }

    fn related(&mut self, list: &RelatedList) {
        let kind = (names::related(list.kind), list.kind.as_str());
        let label = list.label.as_deref().unwrap_or(self.label(kind));
        let n = list.items.len();
        let head = match self.look.lang {
            Lang::Zh => format!("{label}（{n} 条）"),
            Lang::En => format!("{label} ({n})"),
        };
        self.line("", "");
        self.line(&cut(&head, self.look.columns), BOLD);
        for item in list.items.iter().take(ITEMS) {
            self.item(item);
        }
        if list.items.len() > ITEMS {
            let rest = list.items.len() - ITEMS;
            let more = match self.look.lang {
                Lang::Zh => format!("    ……还有 {rest} 条"),
                Lang::En => format!("    … {rest} more"),
            };
            self.line(&more, DIM);
        }
    }

    /// A headline with its time at the right edge.
    fn item(&mut self, item: &RelatedItem) {
        let when = item.published.as_ref().map(names::time).unwrap_or_default();
        let room = self.look.columns - 4;
        if when.is_empty() {
            let title = cut(&item.title, room);
            self.line(&format!("  · {title}"), "");
        } else {
            let room = room.saturating_sub(width(&when) + 2);
            let title = cut(&item.title, room);
            let gap = " ".repeat(room.saturating_sub(width(&title)) + 2);
            let when = self.paint(&when, DIM);
            self.line(&format!("  · {title}{gap}{when}"), "");
        }
        if let Some(summary) = &item.summary {
            let summary = cut(summary, self.look.columns - 4);
            self.line(&format!("    {summary}"), DIM);
        }
    }

    /// A label and its value, aligned; nothing for an empty value.
    fn row(&mut self, label: Label, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        let label = self.label(label);
        let columns = label_columns(self.look.lang);
        let gap = " ".repeat(columns.saturating_sub(width(label)));
        let value = flat(value);
        for (i, line) in wrap(&value, self.look.columns - columns).iter().enumerate() {
            let head = if i == 0 {
                format!("{}{gap}", self.paint(label, CYAN))
            } else {
                " ".repeat(columns)
            };
            self.line(&format!("{head}{line}"), "");
        }
    }

    /// A label in the language asked for; if that is Chinese, in the page's script.
    fn label(&self, (zh, en): Label) -> &'static str {
        match self.look.lang {
            Lang::En => en,
            Lang::Zh if self.hant => names::hant(zh),
            Lang::Zh => zh,
        }
    }

    /// What stands between names.
    fn comma(&self) -> &'static str {
        self.look.lang.pick("、", ", ")
    }

    fn line(&mut self, text: &str, code: &str) {
        self.out.push_str(&self.paint(text, code));
        self.out.push('\n');
    }

    fn paint(&self, text: &str, code: &str) -> String {
        if self.look.colour && !code.is_empty() && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    }
}

/// How much there is: `12 段，1830 字，3 图，简体`.
fn amount(body: &Body, script: Option<Script>, lang: Lang) -> String {
    if body.is_empty() {
        return lang.pick("没有找到", "not found").to_string();
    }
    let text = body.text();
    let chars = text.chars().filter(|c| !c.is_whitespace()).count();
    let n = paragraphs(&body.blocks);
    let mut out = match lang {
        Lang::Zh => format!("{n} 段，{chars} 字"),
        Lang::En => format!("{n} paragraphs, {chars} characters"),
    };
    let count = |is: fn(&Block) -> bool| body.blocks.iter().filter(|b| is(b)).count();
    for (n, what) in [
        (body.images().count(), lang.pick("图", "images")),
        (
            count(|b| matches!(b, Block::Video(_))),
            lang.pick("视频", "videos"),
        ),
        (
            count(|b| matches!(b, Block::Table(_))),
            lang.pick("表", "tables"),
        ),
    ] {
        if n > 0 {
            out.push_str(&format!("{}{n} {what}", lang.pick("，", ", ")));
        }
    }
    out.push_str(match script {
        Some(Script::Hans) => lang.pick("，简体", ", simplified"),
        Some(Script::Hant) => lang.pick("，繁体", ", traditional"),
        _ => "",
    });
    out
}

/// Paragraphs, also those in quotes and lists.
fn paragraphs(blocks: &[Block]) -> usize {
    let mut stack: Vec<&Block> = blocks.iter().collect();
    let mut n = 0;
    while let Some(block) = stack.pop() {
        match block {
            Block::Paragraph(_) => n += 1,
            Block::Quote(quote) => stack.extend(&quote.blocks),
            Block::List(list) => stack.extend(list.items.iter().flatten()),
            _ => {}
        }
    }
    n
}

fn text_of(block: &Block) -> String {
    Body::new(vec![block.clone()]).text()
}
