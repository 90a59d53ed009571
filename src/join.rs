//! `Article::join`: the pages of one article put together. Does not look for the pages; they are given.

use std::collections::HashSet;

use crate::article::field::Field;
use crate::article::{Access, Article};
use crate::body::{Block, Body};

/// A paragraph at least this long that comes again is a repetition; shorter ones may well be said twice.
const REPEATED: usize = 12;

impl Article {
    /// One article of several pages, in the order given. None for no pages.
    ///
    /// Bodies follow one another without repeats: a paragraph or picture that an earlier page had is left out. Fields are those of the
    /// first page; credits, times, tags and pictures it lacks (editors stand on the last page as a rule) come from the next that has them,
    /// title and summary never do. Related lists are kept once each, and `next_page` is that of the last page.
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
        for mut page in pages {
            let blocks = std::mem::take(&mut page.body.blocks).into_iter();
            let fresh = blocks.filter(|block| mark(block).is_none_or(|mark| seen.insert(mark)));
            whole.body.blocks.extend(fresh);
            append(&mut whole, page);
        }
        Some(whole)
    }
}

/// Takes over what a later page has, field by field. Its body is taken already.
fn append(whole: &mut Article, page: Article) {
    let (ours, mut theirs) = (&mut whole.metadata, page.metadata);
    fill(&mut ours.credits, theirs.credits);
    for field in Field::ALL {
        match field {
            // Those of the first page: later ones say 第2页 in them, or describe themselves.
            Field::Title
            | Field::Subtitle
            | Field::Summary
            | Field::SiteName
            | Field::CanonicalUrl => {}
            Field::Published => ours.published = ours.published.take().or(theirs.published.take()),
            Field::Updated => ours.updated = ours.updated.take().or(theirs.updated.take()),
            Field::Authors => fill(&mut ours.authors, std::mem::take(&mut theirs.authors)),
            Field::Source => ours.source = ours.source.take().or(theirs.source.take()),
            Field::Editors => fill(&mut ours.editors, std::mem::take(&mut theirs.editors)),
            Field::Tags => fill(&mut ours.tags, std::mem::take(&mut theirs.tags)),
            Field::Keywords => fill(&mut ours.keywords, std::mem::take(&mut theirs.keywords)),
            Field::Breadcrumb => fill(&mut ours.breadcrumb, std::mem::take(&mut theirs.breadcrumb)),
            Field::LeadImage => {
                ours.lead_image = ours.lead_image.take().or(theirs.lead_image.take())
            }
            // Blocks follow one another without repeats: `join` sees to it.
            Field::Body => {}
            Field::Related => {
                for list in &page.related {
                    if !whole.related.contains(list) {
                        whole.related.push(list.clone());
                    }
                }
            }
            Field::NextPage => whole.next_page.clone_from(&page.next_page),
            // All pages of an article are one.
            Field::Kind => {}
            Field::Access => {
                if whole.access == Access::Whole {
                    whole.access = page.access;
                }
            }
        }
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
