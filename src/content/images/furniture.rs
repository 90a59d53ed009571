//! Pictures that are a page's furniture by their addresses: icons, logos, codes, placeholders, what a template draws.

use crate::content::tuning::ICON_MAX;
use crate::grammar::address;
use crate::grammar::words::Words;
use memchr::{memchr, memchr_iter, memchr2, memrchr};
use std::sync::LazyLock;

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
    "/qrcode",
    "/qrcoode",
];

struct Furniture {
    names: Words<()>,
    folders: Words<()>,
}

static FURNITURE: LazyLock<Furniture> = LazyLock::new(|| Furniture {
    names: Words::new(NAMES.iter().map(|name| (*name, ()))),
    folders: Words::new(FOLDERS.iter().map(|folder| (*folder, ()))),
});

pub(super) fn is_furniture(url: &str) -> bool {
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
    let folder = path.rsplit('/').nth(1).unwrap_or_default();
    // x.png, cp.gif, images/ad.jpg: pictures of articles have longer names, or numbers; uploads/2024/b.jpg is a photograph all the same.
    let stem = &name[..memchr(b'.', name.as_bytes()).unwrap_or(name.len())];
    let photograph = [".jpg", ".jpeg", ".webp"]
        .iter()
        .any(|end| name.ends_with(end))
        && !matches!(
            folder,
            "images" | "image" | "img" | "static" | "pic" | "res"
        );
    let short = (1..=3).contains(&stem.len())
        && name.len() > stem.len()
        && !stem.bytes().any(|b| b.is_ascii_digit())
        && !photograph;
    // img29.png: a template's own.
    let numbered = stem
        .strip_prefix("img")
        .is_some_and(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
        && name.ends_with(".png");
    // images/1.png, images/s2.png; uploads/2024/05/1.png is an author's.
    let drawn = stem.len() <= 2
        && (name.ends_with(".gif")
            || name.ends_with(".png") && matches!(folder, "images" | "image" | "img"));
    short
        || stem == "code"
        || numbered
        || drawn
        || is_sized_small(stem)
        || ["icons.", "ad.", "ads.", "adv."]
            .iter()
            .any(|label| host.starts_with(label))
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
    use super::{is_drawn, is_furniture};

    #[test]
    fn furniture() {
        for url in [
            "https://chengju.example/images/logo_new.png",
            "https://chengju.example/css/bg.png",
            "//chengju.example/a/blank.gif",
            "https://icons.chengju.example/a.png",
            "https://ad.chengju.example/20240510_300.jpg",
            "https://chengju.example/2011/news/images/1.png",
            "https://chengju.example/2018/images/larger.jpg",
            "https://chengju.example/2.gif",
            "https://api.chengju.example/images/social-reaction-like.png",
            "https://img.chengju.example/2016/204c433878d5size1_w16_h16.png",
            "https://chengju.example/news/c.gif",
            "https://chengju.example/images/ad.jpg",
            "https://chengju.example/images/code.jpg",
            "https://chengju.example/e/qrcode/index.php?text=https://chengju.example/12.html",
        ] {
            assert!(is_furniture(url), "{url}");
        }
        for url in [
            "https://img.chengju.example/share/image/20240510/123.jpg",
            "https://img.chengju.example/a/w600h400/park.png",
            "https://chengju.example/uploads/2024/05/1.png",
            "https://chengju.example/images/1.jpg",
            "https://chengju.example/u/2024/b.jpg",
            "https://img.chengju.example/f.jpg",
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
}
