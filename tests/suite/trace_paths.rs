//! Where the trace says that things stood, on every fixture: the selector finds one element of the page as another parser reads it, and
//! the words are there.

use std::fs;
use std::path::Path;

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{ElementRef, Html, HtmlTreeSink, Selector};
use zhengwen::{Block, Body, Field, NodePath, Parser, Rule, RuleSet, decode};

use crate::common::{letters, pages};

#[test]
fn what_the_trace_names_stands_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let (mut placed, mut blocks) = (0, 0);
    for page in pages(&root) {
        let html = decode(&fs::read(&page).unwrap(), None).text.into_owned();
        let url = fs::read_to_string(page.with_extension("url")).unwrap_or_default();
        let parser = Parser::new().url(url.trim());
        let (article, trace) = parser.read_traced(&*html).unwrap();
        let tree = Tree(parse(&html));
        let name = page.display();

        assert_eq!(trace.blocks.len(), article.body.blocks.len(), "{name}");
        for (block, told) in article.body.blocks.iter().zip(&trace.blocks) {
            let Some(at) = &told.at else { continue };
            blocks += 1;
            if !matches!(block, Block::Paragraph(_) | Block::Heading(_)) {
                continue;
            }
            let words = Body::new(vec![block.clone()]).text();
            let start = tree.text(at);
            let (there, said) = (letters(&start), letters(&words));
            let common = there.chars().zip(said.chars());
            let same = common.take_while(|(a, b)| a == b).count();
            assert!(
                same >= there.chars().count().min(4),
                "{name}: {at} is {start:?}, not {words:?}"
            );
        }
        for removed in &trace.removed {
            let Some(at) = &removed.at else { continue };
            let head: String = letters(&removed.text).chars().take(4).collect();
            let (there, around) = (tree.text(at), tree.around(at));
            assert!(
                letters(&there).contains(&head) || letters(&around).contains(&head),
                "{name}: {at} is {there:?}, not {:?}",
                removed.text
            );
        }
        for field in &trace.fields {
            let Some(won) = &field.winner else { continue };
            let Some(at) = &won.at else { continue };
            placed += 1;
            if matches!(field.field, Field::Related | Field::Kind | Field::Body) {
                tree.text(at);
                continue;
            }
            // A list's first item: what is between them is not in the value.
            let first = won
                .value
                .split([' ', '\n', '、'])
                .next()
                .unwrap_or_default();
            let head: String = letters(first).chars().take(4).collect();
            assert!(
                letters(&tree.around(at)).contains(&head) || tree.attributes(at).contains(&head),
                "{name}: {} of {at} is not there",
                won.value
            );
        }
    }
    assert!(placed > 500, "too few values have a place: {placed}");
    assert!(blocks > 500, "too few blocks have a place: {blocks}");
}

/// Nodes of a text without markup, and of a body from the page's data, are no nodes of the page.
#[test]
fn what_stands_nowhere_has_no_place() {
    let long = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。";
    let text = format!("城东公园今起开放\n2024-05-10 06:58 来源：橙橘网\n{long}\n{long}");
    let (_, trace) = Parser::new()
        .read_traced(zhengwen::Input::text(&text))
        .unwrap();
    assert!(
        trace
            .fields
            .iter()
            .filter_map(|f| f.winner.as_ref())
            .all(|c| c.at.is_none())
    );
    let state = format!(
        r#"<title>城东公园今起开放</title><script type="application/ld+json">{{"@type":"NewsArticle",
        "headline":"城东公园今起开放","articleBody":"{long}\n{long}"}}</script><p>广告</p>"#
    );
    let (article, trace) = Parser::new().read_traced(&*state).unwrap();
    assert_eq!(article.body.blocks.len(), 2);
    assert!(trace.blocks.len() == 2 && trace.blocks.iter().all(|b| b.at.is_none()));
}

/// What a rule's step finds after a label stands in a line, hidden or not.
#[test]
fn what_stands_after_a_label_has_a_place() {
    let rule = "name = '南桥时报'\nhosts = ['nanqiao.example']\nevidence = 'reported'\n[[template]]\nbody = '.txt'\n\
                source = { label = '来源', within = '.from' }\nauthors = { label = '作者' }\neditors = { label = '责编', within = '.gone' }";
    let html = "<meta charset=utf-8><title>老街修表铺今天重新开门</title><h1>老街修表铺今天重新开门</h1>\
                <div class=from>2024-05-10 <b>来源：</b><a href=/>橙橘网</a></div><p>作者：张三</p><div class=txt>\
                <p>修表铺的师傅在街角坐了四十年，今天上午，他的铺子重新开门，门前排起了队。</p></div>\
                <div class=gone style=display:none>责编：李四</div>";
    let rules = RuleSet::empty().with(Rule::from_toml(rule).unwrap());
    let parser = Parser::new()
        .rules(rules)
        .url("https://nanqiao.example/1.html");
    let (_, trace) = parser.read_traced(html).unwrap();
    let tree = Tree(parse(html));
    for (field, value) in [
        (Field::Source, "橙橘网"),
        (Field::Authors, "张三"),
        (Field::Editors, "李四"),
    ] {
        let mut records = trace.fields.iter().filter(|f| f.field == field);
        let won = records.find_map(|f| f.winner.as_ref()).unwrap();
        assert!(won.origin.is_rule(), "{field}: {}", won.origin);
        let at = won
            .at
            .as_ref()
            .unwrap_or_else(|| panic!("{field} stands nowhere"));
        assert!(tree.around(at).contains(value), "{field}: {at}");
    }
}

struct Tree(Html);

impl Tree {
    fn element(&self, at: &NodePath) -> ElementRef<'_> {
        let selector = Selector::parse(at.selector()).unwrap();
        let mut hits = self.0.select(&selector);
        let found = hits.next().unwrap_or_else(|| panic!("{at} finds nothing"));
        assert!(hits.next().is_none(), "{at} finds more than one");
        found
    }

    /// The text of the very node.
    fn text(&self, at: &NodePath) -> String {
        let element = self.element(at);
        match at.text() {
            Some(n) => {
                let mut nodes = element.children();
                let Some(node) = nodes.nth(n) else {
                    panic!("{at} has no child {n}")
                };
                let text = node.value().as_text();
                text.map(|t| t.to_string())
                    .unwrap_or_else(|| panic!("{at} {n} is no text"))
            }
            None => element.text().collect(),
        }
    }

    /// The text of the element around, and of the one around that: a line may start in a `span`.
    fn around(&self, at: &NodePath) -> String {
        let element = self.element(at);
        let outer = element.ancestors().filter_map(ElementRef::wrap).nth(1);
        outer.unwrap_or(element).text().collect()
    }

    fn attributes(&self, at: &NodePath) -> String {
        let element = self.element(at);
        let values: String = element.value().attrs().map(|(_, v)| v).collect();
        letters(&values)
    }
}

/// As a browser without scripts reads it.
fn parse(html: &str) -> Html {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    parse_document(HtmlTreeSink::new(Html::new_document()), opts).one(html)
}
