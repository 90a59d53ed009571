//! Text that unit tests put into pages of their own: enough prose to be a body. Not fixtures, which are whole pages.

use crate::{Parser, Rule, RuleSet};

/// A parser whose only rule has one template of these lines, for the page it is given.
pub(crate) fn ruled(template: &str) -> Parser {
    let rule = format!(
        "name = '橙橘网'\nhosts = ['chengju.example']\nevidence = 'reported'\n[[template]]\n{template}"
    );
    let rules = RuleSet::empty().with(Rule::from_toml(&rule).unwrap());
    Parser::new()
        .rules(rules)
        .url("https://chengju.example/1.html")
}

/// Two paragraphs of an article.
pub(crate) const PARAGRAPHS: &str =
    "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
    <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p>";
