//! What `docs/rules.md` and its Chinese twin show is true: rules are read, every key of the vocabulary has an example, the walk comes out as it says.

use std::fs;
use std::path::Path;

use zhengwen::{Parser, Rule, RuleSet};

const HEAD: &str = "name = \"南桥时报\"\nhosts = [\"nanqiao.example\"]\nevidence = \"reported\"\n";

fn guide(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("docs")
            .join(name),
    )
    .unwrap()
}

/// Fenced blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    let parts = text.split(open.as_str()).skip(1);
    parts
        .map(|part| part.split("\n```").next().unwrap())
        .collect()
}

#[test]
fn examples_are_rules() {
    for name in ["rules.md", "rules.zh-CN.md"] {
        let text = guide(name);
        for block in blocks(&text, "toml") {
            let rule = if block.starts_with("name") {
                block.to_string()
            } else {
                format!("{HEAD}{block}")
            };
            Rule::from_toml(&rule).unwrap_or_else(|e| panic!("{name}: {e}\n{block}"));
        }
        let mut steps = 0;
        // The tables' examples: of the head, and of steps.
        for code in text
            .lines()
            .filter(|line| line.starts_with('|'))
            .flat_map(|line| line.split('`').skip(1).step_by(2))
        {
            if code.starts_with('{') || code.starts_with('"') && code != "\"reported\"" {
                let field = if code.contains("html") {
                    "body"
                } else {
                    "title"
                };
                let rule = format!("{HEAD}[[template]]\n{field} = {code}\n");
                Rule::from_toml(&rule).unwrap_or_else(|e| panic!("{name}: {e}\n{code}"));
                steps += 1;
            } else if code.contains(" = ") {
                let key = code.split(' ').next().unwrap();
                let head: String = HEAD
                    .lines()
                    .filter(|line| !line.starts_with(key))
                    .map(|line| format!("{line}\n"))
                    .collect();
                let rule = format!("{head}{code}\n[[template]]\ntitle = \"h1\"\n");
                Rule::from_toml(&rule).unwrap_or_else(|e| panic!("{name}: {e}\n{code}"));
            }
        }
        assert!(steps >= 11, "{name}: {steps} steps only");
    }
}

#[test]
fn the_walk_comes_out() {
    for name in ["rules.md", "rules.zh-CN.md"] {
        let text = guide(name);
        let page = text
            .split("<<'HTML'\n")
            .nth(1)
            .unwrap()
            .split("\nHTML\n")
            .next()
            .unwrap();
        let rule = Rule::from_toml(blocks(&text, "toml")[0]).unwrap();
        assert!(
            RuleSet::builtin()
                .iter()
                .all(|known| known.name() != rule.name())
        );
        let parser = Parser::new().url("https://www.nanqiao.example/news/1.html");
        let article = parser
            .rules(RuleSet::builtin().with(rule))
            .parse(page)
            .unwrap();
        let m = &article.metadata;
        assert_eq!(m.title.as_deref(), Some("老街修表铺今天重新开门"));
        assert_eq!(
            m.published.as_ref().unwrap().value.to_rfc3339(),
            "2024-05-10T06:58:00+08:00"
        );
        assert_eq!(m.authors, ["张三"]);
        assert_eq!(m.source.as_ref().map(|s| s.name.as_str()), Some("南桥时报"));
        assert_eq!(article.body.text().lines().count(), 2);
        assert_eq!(article.related[0].items.len(), 2);
    }
}
