//! Pictures: which address is the real one, and which pictures are none of the article's. Not where they stand (see `blocks`).

use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

use crate::body::Image;
use crate::content::tuning::images::{
    BANNER_HEIGHT, BANNER_RATIO, CAPTION_BYTES, NAME_MIN, SENTENCE_MIN, WORD_MAX,
};
use crate::content::tuning::{CAPTION_MAX, ICON_MAX};
use crate::grammar::address;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::words::Words;
use crate::page::dom::{Dom, NodeId};
use crate::page::tag::Tag;
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

/// Whether a picture is stated to be as wide and flat as an advertisement across a page: 650 × 90.
fn is_banner(width: Option<u32>, height: Option<u32>) -> bool {
    matches!((width, height), (Some(w), Some(h)) if h <= BANNER_HEIGHT && w >= h * BANNER_RATIO)
}

/// What a slide leads to, if it is the same picture in another size: as the text shows it.
fn enlarged(dom: &Dom, base: &Base, ix: NodeId, url: &str) -> Option<String> {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A)?;
    let href = dom
        .attr(link, "href")
        .filter(|href| is_picture_file(href))?;
    let large = base.resolve(href)?;
    (large != url && are_of_one(&large, url)).then_some(large)
}

/// Whether a picture is the mark of a link: of a home page behind the last sentence, of a person, or of a word within a sentence.
fn is_linked_mark(dom: &Dom, base: &Base, ix: NodeId) -> bool {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A);
    let Some((link, href)) = link.and_then(|link| Some((link, dom.attr(link, "href")?))) else {
        return false;
    };
    let word = (1..=WORD_MAX).contains(&dom.counts(link).chars)
        && dom.parent(ix) == Some(link)
        && dom.lines_in(link).len() <= 1
        && dom.children(link).all(|c| !dom.tag(c).is_block())
        && dom.parent(link).is_some_and(|outer| {
            dom.tag(outer) == Tag::P && dom.counts(outer).plain() >= SENTENCE_MIN
        });
    // Without a page's address, `/` leads to its own home.
    let url = base.resolve(href);
    let whole = url.as_deref().unwrap_or(href);
    let path = match address::behind_scheme(whole) {
        Some(rest) => &rest[memchr(b'/', rest.as_bytes()).unwrap_or(rest.len())..],
        None => whole,
    };
    let home = matches!(path, "" | "/") && !whole.is_empty();
    const PERSONS: [&str; 6] = [
        "/user/",
        "/users/",
        "/author/",
        "/authors/",
        "/u/",
        "/profile/",
    ];
    let file = address_file(path);
    let picture = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
        .iter()
        .any(|end| file.ends_with(end));
    home || !picture && (word || PERSONS.iter().any(|person| path.contains(person)))
}

/// The name of the file that a path ends with, in small letters.
fn address_file(path: &str) -> String {
    let end = memchr2(b'?', b'#', path.as_bytes()).unwrap_or(path.len());
    let path = &path[..end];
    let name = memrchr(b'/', path.as_bytes()).map_or(path, |at| &path[at + 1..]);
    name.to_ascii_lowercase()
}

/// Whether two addresses are of the same picture, perhaps in another size: the same host, and paths that differ in what tells the size.
pub(crate) fn are_of_one(a: &str, b: &str) -> bool {
    let whole = |url: &str| {
        let url = url.split('#').next().unwrap_or(url);
        address::behind_scheme(url).unwrap_or(url).to_string()
    };
    let (a, b) = (whole(a), whole(b));
    // `/picture?id=12`: the query tells which.
    let path = |url: &str| url.split('?').next().unwrap_or(url).to_string();
    let (a, b) = match is_named_file(&path(&a)) && is_named_file(&path(&b)) {
        true => (path(&a), path(&b)),
        false => return a == b,
    };
    if a == b {
        return true;
    }
    let (mut a, mut b) = (a.rsplit('/'), b.rsplit('/'));
    let (Some(name), Some(other)) = (a.next(), b.next()) else {
        return false;
    };
    let own = stem(name);
    if own != stem(other) || own.len() < NAME_MIN || !own.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    // 1200x, 644x392, w_800, small
    let sized = |part: &str| {
        part.len() <= 16 && part.bytes().any(|b| b.is_ascii_digit())
            || matches!(
                part,
                "small" | "large" | "middle" | "big" | "thumb" | "origin" | "original"
            )
    };
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || sized(a) && sized(b) && !a.contains('.') => {}
            _ => return false,
        }
    }
}

/// Whether a path ends with the name of a file of its own: `lake.jpg`, not `image.php`.
fn is_named_file(path: &str) -> bool {
    let file = address_file(path);
    file.rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && ENDINGS.contains(&end))
}

/// Endings of files of pictures.
const ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp"];

/// The name of a picture's file without its endings, which tell the format.
pub(crate) fn stem(url: &str) -> String {
    let mut file = address_file(url);
    while let Some((name, _)) = file
        .rsplit_once('.')
        .filter(|(_, end)| ENDINGS.contains(end))
    {
        file.truncate(name.len());
    }
    file
}

/// Width and height that an element gives.
fn size(dom: &Dom, ix: NodeId) -> (Option<u32>, Option<u32>) {
    let pixels = |name| dom.attr(ix, name).and_then(pixels);
    (pixels("width"), pixels("height"))
}

/// Whether an `alt` text tells what is on the picture: no number, no file's name, no editor's default.
fn says_something(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    let file = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"];
    alt.chars().count() >= 2
        && !alt.starts_with("http")
        && alt.chars().any(char::is_alphabetic)
        && !file.iter().any(|end| lower.ends_with(end))
        && !Facet::DefaultAlt.is(alt)
        && !Facet::UploadedAlt.ends(alt)
}

/// The address as written: a lazy-load attribute if there is one, else `src`, else the largest of `srcset`. Where these are placeholders, what
/// another attribute of the element or the `source` beside it says.
fn address(dom: &Dom, ix: NodeId) -> Option<&str> {
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
    dom.children(outer).take(6).find_map(|child| {
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

/// Whether a picture is linked with a page, not with itself: an advertisement or a card, where it stands below a text.
pub(crate) fn leads_away(dom: &Dom, ix: NodeId) -> bool {
    let link = dom.ancestors(ix).take(3).find(|&a| dom.tag(a) == Tag::A);
    let href = link.and_then(|link| dom.attr(link, "href"));
    href.is_some_and(|href| {
        let href = href.trim();
        let path = address_file(href);
        !href.is_empty()
            && !href.starts_with('#')
            && !href.starts_with("javascript")
            && !ENDINGS.iter().any(|end| path.ends_with(end))
            // A page that shows it alone.
            && !["pic", "photo", "img", "image", "album"].iter().any(|word| href.contains(word))
    })
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
    "spinner",
    "defaultpic",
    "facebook",
    "twitter",
    "erwei",
    "_qr.",
    "download.",
    "print.",
    "bt-a",
    "qrcoode",
    "_qr2x",
    "-code.",
    "_code.",
    "-code-",
    "_code_",
    "deccode",
    "back2top",
    "gotop",
    "totop",
    "dianzan",
    "down-app",
    "down_app",
    "downapp",
    "slogan",
    "mail.",
    "linkedin",
    "qzone",
    "bigfont",
    "smallfont",
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
    "/templateres/",
    "/tplimg/",
    "/banner/",
    "/banners/",
    "/share_files/",
    "/statistic/",
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
        || is_sized_small(stem)
        || host.starts_with("icons.")
        || host.starts_with("avatar.")
        || host.starts_with("avatars.")
        || name.ends_with(".svg")
        || FURNITURE.names.within(name).next().is_some()
        || memchr_iter(b'/', path.as_bytes())
            .any(|at| FURNITURE.folders.at_start(&path[at..]).next().is_some())
}

/// Whether a picture is drawn for a template: a PNG or GIF whose address names no day and no number, as those of uploads do.
pub(crate) fn is_drawn(url: &str) -> bool {
    let end = memchr2(b'?', b'#', url.as_bytes()).unwrap_or(url.len());
    let whole = url[..end].to_ascii_lowercase();
    let rest = address::behind_scheme(&whole).unwrap_or(&whole);
    let path = &rest[memchr(b'/', rest.as_bytes()).unwrap_or(rest.len())..];
    let Some(stem) = [".png", ".gif"]
        .iter()
        .find_map(|kind| path.strip_suffix(kind))
    else {
        return false;
    };
    let name = memrchr(b'/', stem.as_bytes()).map_or(stem, |at| &stem[at + 1..]);
    let run = |text: &str, least: usize, is: fn(u8) -> bool| {
        text.as_bytes()
            .chunk_by(|a, b| is(*a) == is(*b))
            .any(|run| run.len() >= least && is(run[0]))
    };
    let hex = |b: u8| b.is_ascii_hexdigit();
    let digit = |b: u8| b.is_ascii_digit();
    name.is_ascii() && !run(path, 4, digit) && !run(name, 3, digit) && !run(name, 8, hex)
}

/// Whether a file's name says that the picture is as small as an icon: `204c433878d5cf9size1_w16_h16`.
fn is_sized_small(stem: &str) -> bool {
    let side = |letter: char| {
        stem.split(['_', '-']).find_map(|part| {
            let digits = part.strip_prefix(letter)?;
            digits.parse::<u32>().ok()
        })
    };
    matches!((side('w'), side('h')), (Some(w), Some(h)) if w.min(h) > 0 && w.max(h) < ICON_MAX)
}

#[cfg(test)]
mod tests {
    use super::{are_of_one, is_drawn, is_furniture, largest, says_something};

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
            "https://img.chengju.example/2016/204c433878d5size1_w16_h16.png",
            "https://chengju.example/news/c.gif",
        ] {
            assert!(is_furniture(url), "{url}");
        }
        for url in [
            "https://img.chengju.example/share/image/20240510/123.jpg",
            "https://img.chengju.example/a/w600h400/park.png",
            "https://chengju.example/uploads/2024/05/1.png",
            "https://chengju.example/images/1.jpg",
            "https://img.chengju.example/2016/204c433878d5_size45_w640_h36.png",
            "https://img.chengju.example/picture/4868c3a1646e48c.gif",
        ] {
            assert!(!is_furniture(url), "{url}");
        }
    }

    #[test]
    fn drawn_for_templates() {
        for (url, expected) in [
            ("https://chengju.example/images/more.png", true),
            ("https://chengju.example/v3/img/topic.gif?v=20240510", true),
            ("https://chengju.example/uploads/2024/05/park.png", false),
            ("https://img.chengju.example/4868c3a1646e48c.gif", false),
            ("https://chengju.example/images/lake.jpg", false),
            ("https://chengju.example/images/lake_012.png", false),
        ] {
            assert_eq!(is_drawn(url), expected, "{url}");
        }
    }

    #[test]
    fn pictures_in_other_sizes() {
        let own = "https://img.chengju.example/1200x/2024/05/20240510_lake_06.jpg.webp";
        for (other, expected) in [
            (
                "https://img.chengju.example/644x392/2024/05/20240510_lake_06.jpg",
                true,
            ),
            (
                "http://img.chengju.example/1200x/2024/05/20240510_lake_06.jpg?v=2",
                true,
            ),
            (
                "https://img.chengju.example/1200x/2024/05/20240510_lake_07.jpg.webp",
                false,
            ),
            (
                "https://img.chengju.example/1200x/parks/05/20240510_lake_06.jpg.webp",
                false,
            ),
            (
                "https://pic.chengju.example/1200x/2024/05/20240510_lake_06.jpg.webp",
                false,
            ),
        ] {
            assert_eq!(are_of_one(own, other), expected, "{other}");
        }
        let (a, b) = (
            "https://chengju.example/1/640.jpg",
            "https://chengju.example/2/640.jpg",
        );
        assert!(!are_of_one(a, b));
        let (a, b) = (
            "https://img.chengju.example/?url=lake_20240510.jpg&w=600",
            "https://img.chengju.example/?url=swan_20240510.jpg&w=600",
        );
        assert!(!are_of_one(a, b));
    }

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
