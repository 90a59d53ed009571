//! What a class or id may hint at, as bits of a set, and the shape of the table's rows. No words, no reading.

use std::ops::BitOrAssign;

use crate::reason::Noise;

/// What a class or id hints at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The article's text: `article-content`, `TRS_Editor`, `endText`.
    Body,
    /// Something else that stands around it: `comment-list`, `footer`.
    Noise(Noise),
    /// The article's headline.
    Title,
    /// A line above or below it: `sub-title`, `futi`, `article-kicker`.
    Subtitle,
    /// When it was published, and nothing else.
    Time,
    /// Who wrote it.
    Author,
    /// The outlet: `laiyuan`, `media-name`.
    Source,
    /// The account of a self-media platform.
    Account,
    /// What stands in the box of such an account.
    AccountBox,
    /// An icon that draws a person: the label of the name behind it.
    PersonIcon,
    /// A picture of a person, or the box that one stands in.
    Portrait,
    /// A picture's caption.
    Caption,
    /// A film's button to play it.
    Play,
    /// A picture of a formula.
    Formula,
    /// A list of articles of the same matter.
    Related,
    /// A list of articles to read next.
    Recommended,
    /// A list of something else, whatever it is related to.
    OtherList,
    /// The headline of a list's item.
    ItemTitle,
    /// Its summary.
    Summary,
    /// The article's tags.
    TagBox,
    /// Tags of the site's, not the article's.
    HotTags,
    /// The head of the site or a menu in it.
    SiteHead,
}

/// Bits of noise: the highest of [`Hints`], so that the others count up from zero.
pub(super) const NOISE_FROM: u32 = 22;

impl Hint {
    pub(super) const fn bit(self) -> u64 {
        1 << match self {
            Self::Body => 0,
            Self::Title => 1,
            Self::Subtitle => 2,
            Self::Time => 3,
            Self::Author => 4,
            Self::Source => 5,
            Self::Account => 6,
            Self::AccountBox => 7,
            Self::PersonIcon => 8,
            Self::Portrait => 9,
            Self::Caption => 10,
            Self::Play => 11,
            Self::Formula => 12,
            Self::Related => 13,
            Self::Recommended => 14,
            Self::OtherList => 15,
            Self::ItemTitle => 16,
            Self::Summary => 17,
            Self::TagBox => 18,
            Self::HotTags => 19,
            Self::SiteHead => 20,
            Self::Noise(noise) => NOISE_FROM + noise as u32,
        }
    }
}

/// What the names of one element hint at: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hints(u64);

impl Hints {
    /// Whether this is among them.
    pub(crate) fn has(self, hint: Hint) -> bool {
        self.0 & hint.bit() != 0
    }

    /// The noise among them: of several the one that stands first in [`Noise`].
    pub(crate) fn noise(self) -> Option<Noise> {
        let noise = self.0 >> NOISE_FROM;
        Noise::ALL.get(noise.trailing_zeros() as usize).copied()
    }

    /// A body and no noise: `article-content-share` is a share bar.
    pub(crate) fn is_body(self) -> bool {
        self.has(Hint::Body) && self.noise().is_none()
    }

    /// The same with one more.
    pub(crate) fn with(self, hint: Hint) -> Self {
        Self(self.0 | hint.bit())
    }

    /// As a number, to be kept beside a node; no hint uses the lowest unused bit, [`READ`].
    pub(crate) fn bits(self) -> u64 {
        self.0
    }

    /// Of such a number.
    pub(crate) fn of_bits(bits: u64) -> Self {
        Self(bits & !READ)
    }
}

/// A bit that is no hint's: who keeps hints may mark by it what was read.
pub(crate) const READ: u64 = 1 << (NOISE_FROM - 1);

impl BitOrAssign for Hints {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Where in a class or id a word is looked for, in letters of either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere: words that are long enough not to stand in others by chance, or must be found whatever is glued to them.
    Within,
    /// The whole name: `page` is a pager, `page-article` is not.
    Name,
    /// A part between hyphens and the like: `nav-top`.
    Part,
    /// The end of a part: `newstags`.
    PartEnd,
}

/// A word, its place, what it hints at, and a name that has it.
pub(super) type Row = (&'static str, Place, &'static [Hint], &'static str);
