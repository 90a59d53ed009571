//! Whether two articles are one text: `Article::fingerprint` for reprints, `Article::content_hash` for exact equality. Not where texts differ.

use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use siphasher::sip::SipHasher13;

use crate::article::Article;
use crate::body::Block;
use crate::body::walk::pieces;
use crate::grammar::fold::fold;

/// What an article's text looks like, in 64 bits: near for reprints (转载) of one text, far for others.
///
/// A simhash over all runs of three letters, digits or characters, folded to one script, width and case: a text in traditional
/// characters is near the same in simplified ones. Punctuation, white space, titles, captions and layout do not count.
///
/// ```
/// use zhengwen::{Article, Fingerprint};
///
/// let text = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。公园占地三十公顷，前身是一片旧厂房。";
/// let first = Article::parse(&format!("<h1>城东公园今起开放</h1><p>{text}</p>"))?;
/// let reprint = Article::parse(&format!("<h1>免费！这座公园今天开门了</h1><p>橙橘网讯　{text}</p>"))?;
/// let other = Article::parse("<h1>地铁六号线试运行</h1><p>地铁六号线昨天开始试运行，全线十二座车站，预计年底通车，票价维持不变。</p>")?;
///
/// let mark = first.fingerprint().unwrap();
/// assert!(mark.is_near(reprint.fingerprint().unwrap()));
/// assert!(!mark.is_near(other.fingerprint().unwrap()));
/// assert_eq!(mark.to_string().parse::<Fingerprint>(), Ok(mark)); // 16 digits, for files and data bases
/// # Ok::<(), zhengwen::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// At this distance and below, two texts are one. Measured on saved pages of news: of 188 000 pairs of different articles, 2 are
    /// that near (and tell of one event); of pairs that have half of their runs of eight characters in common, all are.
    pub const NEAR: u32 = 14;

    /// In how many of the 64 bits two fingerprints differ: 0 for the same text, about 32 for texts that have nothing in common.
    pub fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }

    /// Whether the texts are one, by [`NEAR`](Self::NEAR).
    pub fn is_near(self, other: Self) -> bool {
        self.distance(other) <= Self::NEAR
    }

    /// As a number.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// From [`bits`](Self::bits).
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    /// From hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

/// As 16 digits: a JSON number of 64 bits loses its last ones in many readers.
impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Article {
    /// What this article is told by among its reprints; see [`Fingerprint`]. None if the body has no text.
    ///
    /// Computed at each call, in about 0.6 instructions per byte of the page, three on pages that are little but text. The value for a text may change with the crate's minor version.
    pub fn fingerprint(&self) -> Option<Fingerprint> {
        let mut count = BitCount::default();
        let mut run = Run::default();
        for block in self.body.walk() {
            let code = match block {
                Block::Code(code) => Some(code.text.as_str()),
                _ => None,
            };
            for piece in block.contents().flat_map(pieces).chain(code) {
                for c in piece.chars() {
                    if let Some(run) = run.push(c) {
                        count.add(spread(run));
                    }
                }
            }
        }
        // A text of one or two characters is a run of its own.
        if count.all == 0 && run.0 > 0 {
            count.add(spread(run.0));
        }
        (count.all > 0).then(|| Fingerprint(count.majority()))
    }

    /// A number that changes whenever the article does: title, subtitle, text, pictures or videos.
    ///
    /// For who reads a page again and wants to know whether anything happened. Times, credits, lists of other articles and addresses
    /// of links do not count. It does not depend on the machine; it may change with the crate's minor version.
    /// Costs about 0.1 instructions per byte of the page.
    ///
    /// ```
    /// use zhengwen::Article;
    ///
    /// let page = |hot| format!("<h1>城东公园今起开放</h1><p>城东公园今天上午正式向市民开放。</p>{hot}");
    /// let first = Article::parse(&page("<ul><li><a href=/2.html>地铁六号线试运行</a></ul>"))?;
    /// let again = Article::parse(&page("<ul><li><a href=/3.html>图书馆夜场开放</a></ul>"))?;
    /// assert_eq!(first.content_hash(), again.content_hash());
    /// let changed = Article::parse(&page("<p>更正：公园下午开放。</p>"))?;
    /// assert_ne!(first.content_hash(), changed.content_hash());
    /// # Ok::<(), zhengwen::Error>(())
    /// ```
    pub fn content_hash(&self) -> u64 {
        let mut hash = SipHasher13::new();
        let mut text = |kind: u8, text: &mut dyn Iterator<Item = &str>| {
            text.for_each(|piece| hash.write(piece.as_bytes()));
            // No text holds this byte: `ab`, `c` is not `a`, `bc`.
            hash.write(&[0xff, kind]);
        };
        text(0, &mut self.metadata.title.as_deref().into_iter());
        text(1, &mut self.metadata.subtitle.as_deref().into_iter());
        for block in self.body.walk() {
            match block {
                Block::Image(image) => {
                    text(2, &mut std::iter::once(image.url.as_str()));
                    text(3, &mut image.caption.as_deref().into_iter());
                }
                Block::Video(video) => text(4, &mut video.url.as_deref().into_iter()),
                Block::Code(code) => text(5, &mut std::iter::once(code.text.as_str())),
                Block::Heading(_) => text(6, &mut std::iter::empty()),
                _ => {}
            }
            for content in block.contents() {
                text(7, &mut pieces(content));
            }
        }
        hash.finish()
    }
}

/// The last three letters, digits or characters of a text, 21 bits each.
#[derive(Default)]
struct Run(u64);

impl Run {
    /// The run that ends in `c`, if `c` counts and the run is whole.
    fn push(&mut self, c: char) -> Option<u64> {
        // Chinese punctuation is asked for first: the tables of `is_alphanumeric` are slow.
        let counts = match c {
            '\u{4e00}'..='\u{9fff}' => true,
            '\0'..='\x7f' => c.is_ascii_alphanumeric(),
            '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' => false,
            '\u{ff1a}'..='\u{ff20}' => false,
            _ => c.is_alphanumeric(),
        };
        if !counts {
            return None;
        }
        self.0 = (self.0 << 21 | u64::from(u32::from(fold(c)))) & ((1 << 63) - 1);
        (self.0 >> 42 != 0).then_some(self.0)
    }
}

/// All bits of a number mixed into all others: the finaliser of `SplitMix64`.
fn spread(mut x: u64) -> u64 {
    x = (x ^ x >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}

/// How often each of 64 bits was set. Sixty-four counters side by side: bit `b` of the `n`-th plane is bit `n` of counter `b`.
///
/// Eight numbers are added at once by carry-save adders (Harley and Seal), a sixth of the work of adding each.
#[derive(Default)]
struct BitCount {
    planes: [u64; 32],
    waiting: [u64; 8],
    all: u32,
}

impl BitCount {
    fn add(&mut self, bits: u64) {
        let at = self.all as usize % 8;
        self.waiting[at] = bits;
        self.all += 1;
        if at == 7 {
            self.carry();
        }
    }

    /// Adds the numbers that wait. Those of zero do not count.
    fn carry(&mut self) {
        /// Three bits of one weight as one of it and one of twice the weight.
        fn sum(a: &mut u64, b: u64, c: u64) -> u64 {
            let both = *a ^ b;
            let carry = (*a & b) | (both & c);
            *a = both ^ c;
            carry
        }
        let [a, b, c, d, e, f, g, h] = std::mem::take(&mut self.waiting);
        let [ones, twos, fours, planes @ ..] = &mut self.planes;
        let (ab, cd, ef, gh) = (
            sum(ones, a, b),
            sum(ones, c, d),
            sum(ones, e, f),
            sum(ones, g, h),
        );
        let (abcd, efgh) = (sum(twos, ab, cd), sum(twos, ef, gh));
        let mut carry = sum(fours, abcd, efgh);
        for plane in planes {
            if carry == 0 {
                break;
            }
            (*plane, carry) = (*plane ^ carry, *plane & carry);
        }
    }

    /// The bits that were set more often than not.
    fn majority(mut self) -> u64 {
        self.carry();
        let half = self.all / 2;
        let (mut more, mut equal) = (0, !0);
        for (n, plane) in self.planes.iter().enumerate().rev() {
            if half >> n & 1 == 1 {
                equal &= plane;
            } else {
                more |= equal & plane;
                equal &= !plane;
            }
        }
        more
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::{Body, Inline};

    fn article(text: &str) -> Article {
        of(vec![Block::paragraph(vec![Inline::text(text)])])
    }

    fn of(blocks: Vec<Block>) -> Article {
        Article {
            body: Body::new(blocks),
            ..Article::default()
        }
    }

    fn mark(text: &str) -> Option<Fingerprint> {
        article(text).fingerprint()
    }

    const TEXT: &str = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。\
        公园占地三十公顷，前身是一片旧厂房。改造历时三年，保留了两座水塔和一段铁轨。市民可以扫码预约讲解，下载APP领取2024年的年票。";

    #[test]
    fn near_for_one_text_and_far_for_others() {
        let own = mark(TEXT).unwrap();
        for (what, text, most) in [
            ("again", TEXT.to_string(), 0),
            ("another layout", TEXT.replace('。', " \n").replace('，', "　"), 0),
            ("full width", TEXT.replace("APP", "ＡＰＰ").replace("2024", "２０２４"), 0),
            (
                "traditional characters",
                "城東公園今天上午正式向市民開放，園內步道、湖區和兒童樂園同時啓用，全天免費。\
                公園佔地三十公頃，前身是一片舊廠房。改造歷時三年，保留了兩座水塔和一段鐵軌。市民可以掃碼預約講解，下載APP領取2024年的年票。"
                    .to_string(),
                0,
            ),
            ("a line before", format!("橙橘网5月10日讯（记者张三）{TEXT}"), Fingerprint::NEAR),
            ("a line after", format!("{TEXT}（来源：橙橘网，原标题：城东公园开门迎客）"), Fingerprint::NEAR),
            ("a sentence less", TEXT.replace("前身是一片旧厂房", ""), Fingerprint::NEAR),
        ] {
            let other = mark(&text).unwrap();
            assert!(own.distance(other) <= most, "{what}: {}", own.distance(other));
        }
        let other = mark("地铁六号线昨天开始试运行，全线十二座车站，预计年底通车。票价维持不变，首班车六点发出。").unwrap();
        assert!(own.distance(other) > 20, "{}", own.distance(other));
    }

    #[test]
    fn short_texts_and_none() {
        assert_eq!(mark(""), None);
        assert_eq!(mark("……"), None);
        assert_eq!(mark("公"), mark("公。"));
        assert_ne!(mark("公"), mark("园"));
        assert_ne!(mark("公园"), mark("公园开放"));
    }

    #[test]
    fn bits_are_counted_as_one_would() {
        let mut seed = 1;
        for many in [1, 2, 3, 10, 255, 256, 1000] {
            let mut count = BitCount::default();
            let mut plain = [0; 64];
            for _ in 0..many {
                seed = spread(seed);
                count.add(seed);
                for (bit, n) in plain.iter_mut().enumerate() {
                    *n += seed >> bit & 1;
                }
            }
            let majority: u64 = (0..64)
                .map(|bit| u64::from(plain[bit] * 2 > many) << bit)
                .sum();
            assert_eq!(count.majority(), majority, "{many}");
        }
    }

    #[test]
    fn written_and_read() {
        for bits in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            let mark = Fingerprint::from_bits(bits);
            let json = serde_json::to_string(&mark).unwrap();
            assert_eq!(json.len(), 18);
            assert_eq!(serde_json::from_str::<Fingerprint>(&json).unwrap(), mark);
            assert_eq!(
                mark.to_string().parse::<Fingerprint>().unwrap().bits(),
                bits
            );
        }
        assert!(serde_json::from_str::<Fingerprint>("\"x\"").is_err());
    }

    #[test]
    fn a_hash_changes_with_the_content_only() {
        let first = article(TEXT);
        let mut other = first.clone();
        other.metadata.authors = vec!["张三".into()];
        other.next_page = Some("https://chengju.example/2.html".into());
        assert_eq!(other.content_hash(), first.content_hash());
        other.metadata.title = Some("城东公园今起开放".into());
        assert_ne!(other.content_hash(), first.content_hash());
        let parted = |parts: &[&str]| {
            let paragraph = |text: &&str| Block::paragraph(vec![Inline::text(*text)]);
            of(parts.iter().map(paragraph).collect()).content_hash()
        };
        assert_ne!(parted(&["城东", "公园"]), parted(&["城东公", "园"]));
        assert_ne!(parted(&["城东", "公园"]), parted(&["公园", "城东"]));
        // Known for good: a change of it makes every stored hash useless.
        assert_eq!(
            article("城东公园今天开放。").content_hash(),
            13_315_663_228_921_810_789
        );
    }
}
