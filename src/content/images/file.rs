//! The files that addresses of pictures name: whether they are pictures, and whether two are of one picture.

use crate::content::tuning::images::{NAME_MIN, SIZE_MAX};
use crate::grammar::address;
use memchr::{memchr2, memrchr};

/// Endings of files of pictures.
pub(super) const ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp"];

/// Words in addresses of pages that show a picture alone.
pub(super) const PICTURE_PAGES: [&str; 5] = ["pic", "photo", "img", "image", "album"];

/// The name of the file that a path ends with, in small letters.
pub(super) fn address_file(path: &str) -> String {
    let end = memchr2(b'?', b'#', path.as_bytes()).unwrap_or(path.len());
    let path = &path[..end];
    let name = memrchr(b'/', path.as_bytes()).map_or(path, |at| &path[at + 1..]);
    name.to_ascii_lowercase()
}

/// Whether a path ends with the name of a file of its own: `lake.jpg`, not `image.php`.
fn is_named_file(path: &str) -> bool {
    let file = address_file(path);
    file.rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && ENDINGS.contains(&end))
}

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
        part.len() <= SIZE_MAX && part.bytes().any(|b| b.is_ascii_digit())
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

#[cfg(test)]
mod tests {
    use super::are_of_one;

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
}
