//! Which of the addresses an element gives is the real one: pictures loaded late have a placeholder where browsers look.

use crate::content::images::file::address_file;
use crate::content::images::furniture::is_furniture;
use crate::content::tuning::images::{ADDRESS_MIN, SOURCES_MAX};
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;

/// Attributes that hold the real address of a picture loaded late, in the order they are believed.
const LAZY: &[&str] = &[
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazyload",
    "data-actualsrc",
    "data-echo",
    "data-url",
    "data-lazy",
    "data-real-src",
    "data-original-src",
    "data-hires",
    "real_src",
    "original",
    "_src",
    "src2",
    "zoomfile",
    "file",
    "lazysrc",
    "lazy-src",
    "pagespeed_lazy_src",
    "data-pagespeed-lazy-src",
    "data-cfsrc",
    "orig-src",
    "data-lazyload-src",
    "data-lazy-load",
    "data-lazysrc",
    "data-img-src",
    "data-image-src",
    "data-imgsrc",
    "lazyload",
    "lay-src",
    "ess-data",
    "datasrc",
    "xsrc",
];

/// Words in the addresses of what stands in for a picture until it is loaded.
const STAND_INS: [&str; 9] = [
    "loading",
    "lazy",
    "blank",
    "placeholder",
    "default",
    "grey",
    "gray",
    "pixel",
    "transparent",
];

/// The address as written: a lazy-load attribute if there is one, else `src`, else the largest of `srcset`. Where these are placeholders, what
/// another attribute of the element or the `source` beside it says.
pub(super) fn address(dom: &Dom, ix: NodeId) -> Option<&str> {
    let mut lazy: Option<(usize, &str)> = None;
    let mut src = None;
    let mut set = None;
    let mut unknown = None;
    for (name, value) in dom.attrs(ix) {
        let value = value.trim();
        if name == "src" {
            src = Some(value);
        } else if name == "srcset" {
            set = Some(value);
        } else if name == "data-srcset" {
            set = set.or(Some(value));
        } else if let Some(rank) = LAZY.iter().position(|l| *l == name)
            && looks_like_address(value)
            && lazy.is_none_or(|(r, _)| rank < r)
        {
            lazy = Some((rank, value));
        } else if name.starts_with("data-") && looks_like_address(value) && is_picture_file(value) {
            unknown = unknown.or(Some(value));
        }
    }
    let shown = src.filter(|src| looks_like_address(src));
    let stands_in = || shown.is_none_or(is_stand_in);
    let largest = || set.and_then(largest).filter(|s| looks_like_address(s));
    // Pasted from an account's article, which says its width beside the address: the editor fetched the picture, and its own address is `src`.
    let kept = src.filter(|src| {
        lazy.is_some_and(|(_, lazy)| hosts_differ(src, lazy))
            && dom.attr(ix, "data-w").is_some()
            && is_picture_file(src)
    });
    kept.or(lazy.map(|(_, value)| value))
        .or_else(|| background(dom, ix).filter(|_| src.is_none_or(is_furniture)))
        .or_else(|| largest().or(unknown).filter(|_| stands_in()))
        .or_else(|| beside(dom, ix).filter(|_| stands_in()))
        .or(shown)
        .or_else(largest)
}

/// The largest picture of a `srcset`: the one of most pixels, else the last.
fn largest(set: &str) -> Option<&str> {
    let mut all: Vec<(f32, &str)> = Vec::new();
    // Whether the last address may still be told its size.
    let mut open = false;
    for word in set.split_whitespace() {
        let mut address = word;
        if let Some(last) = all.last_mut().filter(|_| open) {
            // `2x,https://…`: no space behind the comma.
            let (size, next) = word.split_once(',').unwrap_or((word, ""));
            let size = size.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            last.0 = size.parse().unwrap_or(1.0);
            (address, open) = (next, false);
        }
        if !address.is_empty() {
            open = !address.ends_with(',');
            all.push((1.0, address.trim_end_matches(',')));
        }
    }
    let best = all.into_iter().max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, address)| address)
}

/// What a `source` of the same `picture` names.
fn beside(dom: &Dom, ix: NodeId) -> Option<&str> {
    let outer = dom.parent(ix)?;
    if dom.name(outer) != "picture" {
        return None;
    }
    dom.children(outer).take(SOURCES_MAX).find_map(|child| {
        let set = dom.attr(child, "srcset").or(dom.attr(child, "data-srcset"));
        let set = set.filter(|_| dom.tag(child) == Tag::MediaSource)?;
        largest(set.trim()).filter(|address| looks_like_address(address))
    })
}

/// Whether an address is that of what stands in for a picture until it is loaded.
fn is_stand_in(address: &str) -> bool {
    let file = address_file(address);
    STAND_INS.iter().any(|word| file.contains(word)) || is_furniture(address)
}

/// Whether two addresses name hosts, and different ones.
fn hosts_differ(a: &str, b: &str) -> bool {
    let host = |address: &str| {
        let (_, rest) = address.split_once("//")?;
        Some(
            rest.split(['/', '?', '#'])
                .next()
                .unwrap_or(rest)
                .to_ascii_lowercase(),
        )
    };
    matches!((host(a), host(b)), (Some(a), Some(b)) if a != b)
}

/// Whether an address ends as files of photographs do and is no placeholder.
pub(crate) fn is_picture_file(address: &str) -> bool {
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or(address)
        .to_ascii_lowercase();
    [".jpg", ".jpeg", ".webp"]
        .iter()
        .any(|end| path.ends_with(end))
        && !STAND_INS.iter().any(|word| path.contains(word))
        && !is_furniture(address)
}

/// The picture set as a background: `style="background-image: url(/p/1.jpg)"` on a placeholder.
fn background(dom: &Dom, ix: NodeId) -> Option<&str> {
    let style = dom.attr(ix, "style")?;
    let (_, rest) = style.split_once("background-image")?;
    let (_, rest) = rest.split_once("url(")?;
    let (address, _) = rest.split_once(')')?;
    Some(address.trim().trim_matches(['"', '\''])).filter(|a| looks_like_address(a))
}

fn looks_like_address(value: &str) -> bool {
    value.len() >= ADDRESS_MIN
        && !value.starts_with("data:")
        && !value.starts_with("blob:")
        && !has_space(value)
        && (value.contains('/') || value.contains('.'))
}

fn has_space(value: &str) -> bool {
    match value.is_ascii() {
        true => value.bytes().any(|b| matches!(b, b'\t'..=b'\r' | b' ')),
        false => value.contains(char::is_whitespace),
    }
}

#[cfg(test)]
mod tests {
    use super::largest;

    #[test]
    fn the_largest_of_a_set() {
        for (set, expected) in [
            ("/p/1.jpg 480w, /p/2.jpg 1200w, /p/3.jpg 800w", "/p/2.jpg"),
            ("/p/1.jpg, /p/2.jpg 2x", "/p/2.jpg"),
            (
                "https://chengju.example/1.jpg 2x,https://chengju.example/2.jpg 3x",
                "https://chengju.example/2.jpg",
            ),
            (
                "https://chengju.example/w_1,h_2/1.jpg",
                "https://chengju.example/w_1,h_2/1.jpg",
            ),
        ] {
            assert_eq!(largest(set), Some(expected), "{set}");
        }
    }

    #[test]
    fn backgrounds_of_placeholders() {
        let text =
            "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>";
        let rows = [
            (
                "<img src=/css/blank.gif style='background-image: url(/p/lake.jpg)'>",
                "/p/lake.jpg",
            ),
            (
                "<img style=\"background-image:url('/p/lake.jpg')\">",
                "/p/lake.jpg",
            ),
            // A picture of its own is no placeholder.
            (
                "<img src=/p/park.jpg style='background-image: url(/css/grey.png)'>",
                "/p/park.jpg",
            ),
        ];
        for (image, expected) in rows {
            let html = format!(
                "<h1>城东公园今起开放</h1><div class=content>{text}<p>{image}</p>{text}</div>"
            );
            let article = crate::Article::parse(&html).unwrap();
            let urls: Vec<&str> = article.body.images().map(|i| i.url.as_str()).collect();
            assert_eq!(urls, [expected], "{image}");
        }
    }
}
