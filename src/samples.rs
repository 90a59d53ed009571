//! Text that unit tests put into pages of their own: enough prose to be a body. Not fixtures, which are whole pages.

/// Two paragraphs of an article.
pub(crate) const PARAGRAPHS: &str =
    "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>
    <p>公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。</p>";
