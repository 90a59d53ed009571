//! Pictures: which address is the real one, and which pictures are none of the article's. Not where they stand (see `blocks`).

mod file;
mod furniture;
mod link;
mod source;
mod words;

pub(crate) use crate::content::images::file::{are_of_one, stem};
pub(crate) use crate::content::images::furniture::is_drawn;
pub(crate) use crate::content::images::link::leads_away;
pub(crate) use crate::content::images::source::is_picture_file;

use crate::body::Image;
use crate::content::images::furniture::is_furniture;
use crate::content::images::link::{enlarged, is_linked_mark};
use crate::content::images::source::address;
use crate::content::images::words::{data_caption, says_something};
use crate::content::tuning::ICON_MAX;
use crate::content::tuning::images::{BANNER_HEIGHT, BANNER_RATIO, DIVIDER_RATIO};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
use crate::page::url::Base;
use crate::text;

/// The picture of an `img` element, if it is one of the article's.
pub(crate) fn read(dom: &Dom, base: &Base, ix: NodeId) -> Option<Image> {
    let url = url(dom, base, ix)?;
    let (width, height) = size(dom, ix);
    let alt = dom
        .attr(ix, "alt")
        .map(text::clean)
        .filter(|alt| says_something(alt));
    Some(Image {
        alt,
        caption: data_caption(dom, ix),
        width,
        height,
        ..Image::new(url)
    })
}

/// The address alone of such a picture.
pub(crate) fn url(dom: &Dom, base: &Base, ix: NodeId) -> Option<String> {
    let (width, height) = size(dom, ix);
    if [width, height].into_iter().flatten().any(|n| n < ICON_MAX) || is_banner(width, height) {
        return None;
    }
    if dom.attr(ix, "data-ratio").is_some_and(is_flat) {
        return None;
    }
    // The page of a paper, with the places of its articles.
    if dom.attr(ix, "usemap").is_some_and(|map| map.len() > 1) {
        return None;
    }
    let url = address(dom, ix).and_then(|a| base.resolve(a))?;
    if is_furniture(&url) || is_linked_mark(dom, base, ix) {
        return None;
    }
    Some(enlarged(dom, base, ix, &url).unwrap_or(url))
}

/// The address of the picture that a script sets into a figure that has none: `<figure data-url="/p/lake.jpg">`.
pub(crate) fn of_figure(dom: &Dom, base: &Base, ix: NodeId) -> Option<String> {
    let address = dom
        .attr(ix, "data-url")
        .filter(|url| is_picture_file(url))?;
    dom.images_in(ix)
        .is_empty()
        .then(|| base.resolve(address))?
}

/// Whether a picture is stated to be as wide and flat as an advertisement across a page: 650 × 90.
fn is_banner(width: Option<u32>, height: Option<u32>) -> bool {
    matches!((width, height), (Some(w), Some(h)) if h <= BANNER_HEIGHT && w >= h * BANNER_RATIO)
}

/// The same of a picture that says how high it is for its width: the divider of an account's article.
fn is_flat(ratio: &str) -> bool {
    let ratio = ratio.trim().parse::<f32>();
    ratio.is_ok_and(|ratio| ratio > 0.0 && ratio <= DIVIDER_RATIO)
}

/// Width and height that an element gives.
fn size(dom: &Dom, ix: NodeId) -> (Option<u32>, Option<u32>) {
    let pixels = |name| dom.attr(ix, name).and_then(pixels);
    (pixels("width"), pixels("height"))
}

fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let value = value.strip_suffix("px").unwrap_or(value);
    value
        .parse::<f32>()
        .ok()
        .filter(|n| *n >= 1.0)
        .map(|n| n as u32)
}

/// Whether a picture is linked with itself, to be seen in full: a slide of a gallery.
pub(crate) fn leads_to_itself(dom: &Dom, base: &Base, ix: NodeId) -> bool {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A);
    let href = link.and_then(|link| dom.attr(link, "href"));
    let href = href.filter(|href| is_picture_file(href));
    href.and_then(|href| base.resolve(href))
        .zip(url(dom, base, ix))
        .is_some_and(|(href, url)| are_of_one(&href, &url))
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_of_pictures() {
        let text =
            "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";
        let rows: &[(&str, &[&str])] = &[
            // An attribute of a name of its own, and a placeholder.
            (
                "<img src=/i/loading.gif data-pic='/p/lake.jpg'>",
                &["/p/lake.jpg"],
            ),
            ("<img data-pic='/p/lake.jpg'>", &["/p/lake.jpg"]),
            (
                "<img src=/p/park.jpg data-thumb='/p/lake.jpg'>",
                &["/p/park.jpg"],
            ),
            // A set beside a placeholder.
            (
                "<img src=/i/blank.gif srcset='/p/lake_s.jpg 400w, /p/lake_l.jpg 800w'>",
                &["/p/lake_l.jpg"],
            ),
            (
                "<picture><source srcset='/p/lake_s.webp 400w, /p/lake_l.webp 800w'><img src='data:image/gif;base64,R0'></picture>",
                &["/p/lake_l.webp"],
            ),
            // The divider of an account's article.
            (
                "<img data-ratio=0.08 data-w=900 data-src='/p/line.jpg'>",
                &[],
            ),
            (
                "<img data-ratio=0.66 data-src='/p/lake.jpg'>",
                &["/p/lake.jpg"],
            ),
            // AMP's own.
            (
                "<amp-img src='/p/lake.jpg' width=800 height=533><noscript><img src='/p/lake.jpg'></noscript></amp-img>",
                &["/p/lake.jpg"],
            ),
            // A script sets the picture of a figure.
            (
                "<figure class=loading data-url='/p/lake.jpg'></figure>",
                &["/p/lake.jpg"],
            ),
            // The page of a paper.
            ("<img src=/p/2024051002_brief.jpg usemap=#map>", &[]),
            // The outlet's mark, a writer's portrait, and a picture enlarged.
            (
                "<a href='http://chengju.example/'><img src=/p/chengju.png></a>",
                &[],
            ),
            ("<a href='/c/user/12/'><img src=/p/face.jpg></a>", &[]),
            (
                "沿湖的步道由<a href='/car/12'><img src=/p/mark_95.jpg>橙橘游船</a>捐建，长约三公里，傍晚游人最多。",
                &[],
            ),
            (
                "<a href='/u/12/lake.jpg'><img src=/p/lake.jpg></a>",
                &["/p/lake.jpg"],
            ),
        ];
        for (image, expected) in rows {
            let html = format!(
                "<h1>城东公园今起开放</h1><div class=content>{text}<p>{image}</p>{text}</div>"
            );
            let article = crate::Article::parse(&html).unwrap();
            let urls: Vec<&str> = article.body.images().map(|i| i.url.as_str()).collect();
            assert_eq!(urls, *expected, "{image}");
        }
    }
}
