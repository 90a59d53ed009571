//! `Article::join`: the pages of one article put together. Does not look for the pages; they are given.

use std::collections::HashSet;

use crate::article::{Access, Article};
use crate::body::{Block, Body};

/// A paragraph at least this long that comes again is a repetition; shorter ones may well be said twice.
const REPEATED: usize = 12;

impl Article {
    /// One article of several pages, in the order given. None for no pages.
    ///
    /// Bodies follow one another without repeats: a paragraph or picture that an earlier page had is left out. Fields are those of the
    /// first page; what it lacks (editors stand on the last page as a rule) comes from the next that has it. Related lists are kept
    /// once each, and `next_page` is that of the last page.
    ///
    /// ```
    /// use zhengwen::Article;
    ///
    /// let first = Article::parse("<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
    ///     <div><p>城东公园今天上午正式向市民开放，园内步道、湖区同时启用。</p></div>")?;
    /// let second = Article::parse("<h1>城东公园今起开放</h1><p>2024-05-10 06:58 来源：橙橘网</p>
    ///     <div><p>公园全天免费，儿童乐园将在下月完工，市民可在线预约讲解。</p></div>")?;
    /// let whole = Article::join([first, second]).unwrap();
    /// assert_eq!(whole.body.text().lines().count(), 2);
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn join(pages: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut pages = pages.into_iter();
        let mut whole = pages.next()?;
        let mut seen: HashSet<String> = whole.body.blocks.iter().filter_map(mark).collect();
        for page in pages {
            whole.body.blocks.extend(
                page.body
                    .blocks
                    .into_iter()
                    .filter(|block| mark(block).is_none_or(|mark| seen.insert(mark))),
            );
            let (ours, theirs) = (&mut whole.metadata, page.metadata);
            fill(&mut ours.authors, theirs.authors);
            fill(&mut ours.editors, theirs.editors);
            fill(&mut ours.credits, theirs.credits);
            fill(&mut ours.tags, theirs.tags);
            fill(&mut ours.keywords, theirs.keywords);
            fill(&mut ours.breadcrumb, theirs.breadcrumb);
            ours.source = ours.source.take().or(theirs.source);
            ours.published = ours.published.take().or(theirs.published);
            ours.updated = ours.updated.take().or(theirs.updated);
            ours.lead_image = ours.lead_image.take().or(theirs.lead_image);
            for list in page.related {
                if !whole.related.contains(&list) {
                    whole.related.push(list);
                }
            }
            whole.next_page = page.next_page;
            if whole.access == Access::Whole {
                whole.access = page.access;
            }
        }
        Some(whole)
    }
}

/// What a block is recognised by when it comes again.
fn mark(block: &Block) -> Option<String> {
    match block {
        Block::Image(image) => Some(image.url.clone()),
        Block::Paragraph(_) | Block::Heading(_) => {
            let text = Body::new(vec![block.clone()]).text();
            (text.chars().count() >= REPEATED).then_some(text)
        }
        _ => None,
    }
}

fn fill<T>(ours: &mut Vec<T>, theirs: Vec<T>) {
    if ours.is_empty() {
        *ours = theirs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::Parser;

    fn page(n: usize, body: &str, tail: &str) -> Article {
        let html = format!(
            "<html><head><title>城东公园今起开放_橙橘网</title></head><body><h1>城东公园今起开放</h1>
            <p>2024-05-10 06:58　来源：橙橘网</p><div class=content>
            <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。</p>{body}</div>{tail}
            <div class=pages><a href=123_{}.html>下一页</a></div></body></html>",
            n + 1
        );
        let url = format!("https://chengju.example/a/123_{n}.html");
        Parser::new().url(url).parse(&html).unwrap()
    }

    #[test]
    fn pages_follow_without_repeats() {
        let first = page(
            1,
            "<p>公园全天免费，市民可以在服务台领取地图和饮水。</p>",
            "",
        );
        let second = page(
            2,
            "<p>湖区的游船将在下月试航，每船最多坐六人。</p>",
            "<p>责任编辑：张三</p>",
        );
        assert_eq!(
            first.next_page.as_deref(),
            Some("https://chengju.example/a/123_2.html")
        );
        let whole = Article::join([first, second]).unwrap();
        assert_eq!(
            whole.body.text().lines().count(),
            3,
            "{}",
            whole.body.text()
        );
        assert_eq!(whole.metadata.editors, ["张三"]);
        assert_eq!(
            whole.next_page.as_deref(),
            Some("https://chengju.example/a/123_3.html")
        );
        assert!(Article::join([]).is_none());
    }
}
