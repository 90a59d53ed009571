//! Pictures: which address is the real one, and which pictures are none of the article's. Not where they stand (see `blocks`).

use super::tuning::ICON_MAX;
use crate::body::Image;
use crate::page::dom::{Dom, Ix};
use crate::page::url::Base;

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
];

/// The picture of an `img` element, if it is one of the article's.
pub(crate) fn read(dom: &Dom, base: &Base, ix: Ix) -> Option<Image> {
    let url = address(dom, ix).and_then(|a| base.resolve(a))?;
    let width = dom.attr(ix, "width").and_then(pixels);
    let height = dom.attr(ix, "height").and_then(pixels);
    if [width, height].into_iter().flatten().any(|n| n < ICON_MAX) || is_furniture(&url) {
        return None;
    }
    let alt = dom
        .attr(ix, "alt")
        .map(str::trim)
        .filter(|alt| alt.chars().count() >= 2 && !alt.starts_with("http"))
        .map(String::from);
    Some(Image {
        alt,
        width,
        height,
        ..Image::new(url)
    })
}

/// The address as written: a lazy-load attribute if there is one, else `src`, else the largest of `srcset`.
fn address(dom: &Dom, ix: Ix) -> Option<&str> {
    let mut lazy: Option<(usize, &str)> = None;
    let mut src = None;
    let mut set = None;
    for (name, value) in dom.attrs(ix) {
        let value = value.trim();
        if name == "src" {
            src = Some(value);
        } else if matches!(name, "srcset" | "data-srcset") {
            set = Some(value);
        } else if let Some(rank) = LAZY.iter().position(|l| *l == name)
            && looks_like_address(value)
            && lazy.is_none_or(|(r, _)| rank < r)
        {
            lazy = Some((rank, value));
        }
    }
    let largest = || {
        set?.split(", ")
            .filter_map(|part| part.split_whitespace().next())
            .last()
    };
    lazy.map(|(_, value)| value)
        .or(src.filter(|s| looks_like_address(s)))
        .or_else(|| largest().filter(|s| looks_like_address(s)))
}

fn looks_like_address(value: &str) -> bool {
    value.len() > 4
        && !value.starts_with("data:")
        && !value.starts_with("blob:")
        && !value.contains(char::is_whitespace)
        && (value.contains('/') || value.contains('.'))
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

/// Parts of addresses of icons, placeholders, QR codes and tracking pixels.
const FURNITURE: &[&str] = &[
    "/icon",
    "icon_",
    "_icon",
    "/logo",
    "logo.",
    "logo_",
    "_logo",
    "qrcode",
    "erweima",
    "/blank.",
    "/grey.",
    "/gray.",
    "/spacer",
    "1x1",
    "loading.",
    "loading-",
    "pdf.png",
    "lazyload.",
    "placeholder",
    "/avatar",
    "avatar.",
    "/emoji",
    "/emotion",
    "/smiley",
    "/share",
    "share_",
    "/weixin",
    "weixin.",
    "/wx.",
    "wechat.",
    "/btn",
    "btn_",
    "_btn",
    "/arrow",
    "/play.",
    "/transparent",
    "/ewm",
    "ewm.",
    "/button",
    "/ad/",
    "/ads/",
    "/adv/",
    "/pixel",
    "/sprite",
    "/default_",
    "space.gif",
    "/dot.",
    "icons/",
    "/close.",
    "/weibo.",
    "/fileTypeImages/",
    "/skin/",
    "/c.gif",
    "/static/images/editor",
];

fn is_furniture(url: &str) -> bool {
    let path = url
        .split(['?', '#'])
        .next()
        .unwrap_or(url)
        .to_ascii_lowercase();
    let after_host = path.splitn(4, '/').nth(3).map_or("", |_| {
        let at = path.match_indices('/').nth(2).map_or(0, |(i, _)| i);
        &path[at..]
    });
    let path = if after_host.is_empty() {
        path.as_str()
    } else {
        after_host
    };
    path.ends_with(".svg") || FURNITURE.iter().any(|f| path.contains(f))
}
