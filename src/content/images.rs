//! Pictures: which address is the real one, and which pictures are none of the article's. Not where they stand (see `blocks`).

use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

use crate::body::Image;
use crate::content::tuning::{CAPTION_MAX, ICON_MAX};
use crate::grammar::address;
use crate::grammar::words::Words;
use crate::page::dom::{Dom, NodeId};
use crate::page::url::Base;
use crate::text;

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
];

/// A longer attribute is no caption: [`CAPTION_MAX`] characters with white space around and between them.
const CAPTION_BYTES: usize = CAPTION_MAX * 16;

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
    if [width, height].into_iter().flatten().any(|n| n < ICON_MAX) {
        return None;
    }
    let url = address(dom, ix).and_then(|a| base.resolve(a))?;
    (!is_furniture(&url)).then_some(url)
}

/// Width and height that an element gives.
fn size(dom: &Dom, ix: NodeId) -> (Option<u32>, Option<u32>) {
    let pixels = |name| dom.attr(ix, name).and_then(pixels);
    (pixels("width"), pixels("height"))
}

/// Whether an `alt` text tells what is on the picture: no number, no file's name, no editor's default.
fn says_something(alt: &str) -> bool {
    const DEFAULTS: &[&str] = &[
        "图片",
        "圖片",
        "图片描述",
        "上传图片",
        "文章图片",
        "新闻图片",
        "正文图片",
        "配图",
        "undefined",
        "null",
        "image",
        "Image",
        "img",
        "photo",
    ];
    let lower = alt.to_ascii_lowercase();
    let file = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"];
    alt.chars().count() >= 2
        && !alt.starts_with("http")
        && alt.chars().any(char::is_alphabetic)
        && !file.iter().any(|end| lower.ends_with(end))
        && !DEFAULTS.contains(&alt)
        && !alt.ends_with("上传图片")
}

/// The address as written: a lazy-load attribute if there is one, else `src`, else the largest of `srcset`.
fn address(dom: &Dom, ix: NodeId) -> Option<&str> {
    let mut lazy: Option<(usize, &str)> = None;
    let mut src = None;
    let mut set = None;
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
        }
    }
    let largest = || {
        set?.split(", ")
            .filter_map(|part| part.split_whitespace().next())
            .last()
    };
    // Pasted from an account's article, which says its width beside the address: the editor fetched the picture, and its own address is `src`.
    let kept = src.filter(|src| {
        lazy.is_some_and(|(_, lazy)| hosts_differ(src, lazy))
            && dom.attr(ix, "data-w").is_some()
            && is_picture_file(src)
    });
    kept.or(lazy.map(|(_, value)| value))
        .or_else(|| background(dom, ix).filter(|_| src.is_none_or(is_furniture)))
        .or(src.filter(|s| looks_like_address(s)))
        .or_else(|| largest().filter(|s| looks_like_address(s)))
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
fn is_picture_file(address: &str) -> bool {
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or(address)
        .to_ascii_lowercase();
    [".jpg", ".jpeg", ".webp"]
        .iter()
        .any(|end| path.ends_with(end))
        && ![
            "loading",
            "lazy",
            "blank",
            "placeholder",
            "default",
            "grey",
            "gray",
            "pixel",
            "transparent",
        ]
        .iter()
        .any(|word| path.contains(word))
        && !is_furniture(address)
}

/// The caption that a script shows with the enlarged picture.
fn data_caption(dom: &Dom, ix: NodeId) -> Option<String> {
    let mut around = std::iter::once(ix).chain(dom.ancestors(ix).take(3));
    let stated = around.find_map(|a| dom.attr(a, "data-caption"))?;
    // A box lends it to all its pictures, and each would read it again.
    if stated.len() > CAPTION_BYTES {
        return None;
    }
    let text = text::clean(stated);
    let fits = (2..=CAPTION_MAX).contains(&text.chars().count()) && !text.contains('<');
    fits.then_some(text)
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
    value.len() > 4
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

fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let value = value.strip_suffix("px").unwrap_or(value);
    value
        .parse::<f32>()
        .ok()
        .filter(|n| *n >= 1.0)
        .map(|n| n as u32)
}

/// Parts of file names of icons, placeholders, QR codes and tracking pixels.
const NAMES: &[&str] = &[
    "icon",
    "logo",
    "qrcode",
    "erweima",
    "ewm",
    "blank.",
    "grey.",
    "gray.",
    "spacer",
    "1x1",
    "loading",
    "lazyload",
    "placeholder",
    "avatar",
    "emoji",
    "share_",
    "share.",
    "weixin.",
    "wx.",
    "wechat.",
    "weibo.",
    "btn",
    "arrow",
    "play.",
    "transparent",
    "button",
    "pixel",
    "sprite",
    "checkbox",
    "default_",
    "space.gif",
    "dot.",
    "close.",
    "c.gif",
    "pdf.png",
    "downpdf",
    "onlinepdf",
    "photoalbum",
    "time.png",
    "adbanner",
    "ad_banner",
    "join.gif",
    "-reaction-",
    "footer",
    "smaller.",
    "larger.",
    "enlarge",
    "art_end",
    "waiting",
    "print.",
    "bt-a",
];

/// Folders that hold a site's own furniture.
const FOLDERS: &[&str] = &[
    "/icon/",
    "/icons/",
    "/logo/",
    "/avatar/",
    "/avatars/",
    "/emoji/",
    "/emotion/",
    "/smiley/",
    "/share/icon",
    "/ad/",
    "/ads/",
    "/adv/",
    "/css/",
    "/themes/",
    "/templates/",
    "/plugins/",
    "/filetypeimages/",
    "/skin/",
    "/static/images/editor",
    "/static/img/",
    "/include/images/",
    "/photoalbum/page/",
];

struct Furniture {
    names: Words<()>,
    folders: Words<()>,
}

static FURNITURE: LazyLock<Furniture> = LazyLock::new(|| Furniture {
    names: Words::new(NAMES.iter().map(|name| (*name, ()))),
    folders: Words::new(FOLDERS.iter().map(|folder| (*folder, ()))),
});

fn is_furniture(url: &str) -> bool {
    let end = memchr2(b'?', b'#', url.as_bytes()).unwrap_or(url.len());
    let lower = url[..end].to_ascii_lowercase();
    let slashed;
    let (host, path) = match address::behind_scheme(&lower) {
        Some(rest) => rest.split_at(memchr(b'/', rest.as_bytes()).unwrap_or(rest.len())),
        None => {
            slashed = format!("/{lower}");
            ("", slashed.as_str())
        }
    };
    let name = memrchr(b'/', path.as_bytes()).map_or(path, |at| &path[at + 1..]);
    // x.png, cp.gif: pictures of articles have longer names, or numbers.
    let stem = &name[..memchr(b'.', name.as_bytes()).unwrap_or(name.len())];
    let short = (1..=3).contains(&stem.len())
        && name.len() > stem.len()
        && !stem.bytes().any(|b| b.is_ascii_digit());
    // img29.png: a template's own.
    let numbered = stem
        .strip_prefix("img")
        .is_some_and(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
        && name.ends_with(".png");
    // images/1.png, images/s2.png; uploads/2024/05/1.png is an author's.
    let folder = path.rsplit('/').nth(1).unwrap_or_default();
    let drawn = stem.len() <= 2
        && (name.ends_with(".gif")
            || name.ends_with(".png") && matches!(folder, "images" | "image" | "img"));
    short
        || numbered
        || drawn
        || host.starts_with("icons.")
        || host.starts_with("avatar.")
        || host.starts_with("avatars.")
        || name.ends_with(".svg")
        || FURNITURE.names.within(name).next().is_some()
        || memchr_iter(b'/', path.as_bytes())
            .any(|at| FURNITURE.folders.at_start(&path[at..]).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::{is_furniture, says_something};

    #[test]
    fn furniture() {
        for url in [
            "https://chengju.example/images/logo_new.png",
            "https://chengju.example/css/bg.png",
            "//chengju.example/a/blank.gif",
            "https://icons.chengju.example/a.png",
            "https://chengju.example/2011/news/images/1.png",
            "https://chengju.example/2018/images/larger.jpg",
            "https://chengju.example/2.gif",
            "https://api.chengju.example/images/social-reaction-like.png",
        ] {
            assert!(is_furniture(url), "{url}");
        }
        for url in [
            "https://img.chengju.example/share/image/20240510/123.jpg",
            "https://img.chengju.example/a/w600h400/park.png",
            "https://chengju.example/uploads/2024/05/1.png",
            "https://chengju.example/images/1.jpg",
        ] {
            assert!(!is_furniture(url), "{url}");
        }
    }

    #[test]
    fn alt_texts() {
        for (alt, expected) in [
            ("湖区的水鸟", true),
            ("2024年5月的湖区", true),
            ("52459", false),
            ("图1.JPG", false),
            ("图片", false),
            ("CMS上传图片", false),
            ("https://chengju.example/p/1", false),
            ("图", false),
        ] {
            assert_eq!(says_something(alt), expected, "{alt}");
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
