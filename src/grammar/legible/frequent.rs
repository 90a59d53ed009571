//! Characters that Chinese texts are full of: all frequent ones, in tables made on first use, and the most frequent, known when the crate
//! is compiled. What they say of a text is the parent's business.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use encoding_rs::{BIG5, GBK};

/// Characters that running text in either script is full of: they are a third of it. Names and tables have few.
const COMMON: &str = "的一是不了人在有我他上大中到地也子出就要可下以生自之年天小心多日月同成事用方行只如前所本去法起都面部分公市新文和作工力高水平安";
/// The most frequent characters of news in either script: three in four of a text. These stand in the first levels of both GB 2312 and Big5,
const BOTH: &[&str] = &[
    "一三上下不世中主么之也了事二于互五些亡交亦京人今仍他代以件任企但位住何作你使供保信修做停元先光克入全公共其具再准出分切划",
    "利到制前副力功加助包化北十升午半南博即原去又及友反取受口另只可台史司各合同名后向告周命和品商善四回因在地型城埔域培基境增",
    "士外多大天太失女她好如始委威媒子宇安完宏官定宣室家察小少就局居屋展山州工己已市布常干平年并府度座延建式引形影往很得心志快",
    "思急性息情想意感成我或截房所手才打批承技把投括持指捐授排接控推提援搜支收改放政故效救教整文料斯新方施日早明昨是晚智更曾最",
    "月有服望期未本李村林果架查校核格案棚森模次款正此步死每比民水求江治法活流海消涉深清港源火然燃片物特王球理生用由男界留病登",
    "的目直相省看真知研示社神福科程究空立站第等管精系署美翻老考者而育能自至致航色苑英范落著融行表被西要解言警走起超越路身近送",
    "透通造道那部都酒里重量金防阻院集需青非面革首香高",
];
/// these in that of GB 2312 alone,
const HANS: &[&str] = &[
    "万与专业东两个为举义乐习书产从们价众优会传体党关养内决创别办务动区医华协单历参发变号员响团国图场坚处备复头奖学宝实对导将",
    "师带广应开张强当态总战护报据数无时术机条来极构标样没济点热爱献环现电疗监着础种类级线组经结给统续网联艺获见观规视计认让议",
    "记讲论设证识试话该说课调责质费资车转达过运还这进选钱长门问间队际难项领题风马验",
];
/// and these in that of Big5 alone.
const HANT: &[&str] = &[
    "並來係個們備傳傷內兩別則動務勢區協參員唔問單嚴國圍圖團報場學實將專對導層屬帶幾廈廣張強後從應戰戶據攝數於時會東業構樓標樣",
    "機檢歲氣沒況測準灣災為無煙燒牆獲現產當發眾確稱築約級組結統經維網線總續聯職膠與華萬處號見規親計記設許試話該認說調請論證議",
    "護讓負責費資車軍轉辦這連進運過達選還醫長門開間閣關陳陸隊險離難電響項預領題顧風驗體黃點黨",
];

/// The first block of Chinese characters.
const FIRST: usize = 0x4e00;
const LENGTH: usize = 0x5200;

/// Frequent characters of the first block, counted while a text is read.
#[derive(Debug, Default)]
pub(super) struct Usual {
    common: usize,
    simplified: usize,
    traditional: usize,
}

impl Usual {
    /// The bits of [`USUAL`].
    const COMMON: u8 = 1;
    const SIMPLIFIED: u8 = 2;
    const TRADITIONAL: u8 = 4;

    /// Counts the characters of a text in which each has three bytes.
    pub(super) fn count(&mut self, text: &[u8]) {
        // A count in each of four parts: no text of so many characters is given.
        let mut counts = 0_u64;
        for &letter in text.as_chunks().0 {
            let sets = USUAL.get(code(letter).wrapping_sub(FIRST));
            counts += SPREAD[usize::from(sets.copied().unwrap_or(0) & 7)];
        }
        let part = |n: u32| (counts >> (16 * n)) as usize & 0xffff;
        self.common += part(0);
        self.simplified += part(1);
        self.traditional += part(2);
    }

    /// How many are common in any text.
    pub(super) fn common(&self) -> usize {
        self.common
    }

    /// Whether so many characters, all that were counted among them, are running text beyond doubt: half of them frequent in one script,
    /// and one in fifty common.
    pub(super) fn is_running(&self, all: usize) -> bool {
        self.simplified.max(self.traditional) * 2 >= all && self.common * 50 >= all
    }
}

/// One for each bit, in a part of its own.
static SPREAD: [u64; 8] = {
    let mut spread = [0; 8];
    let mut sets = 0;
    while sets < 8 {
        spread[sets] =
            (sets & 1) as u64 | ((sets >> 1 & 1) as u64) << 16 | ((sets >> 2) as u64) << 32;
        sets += 1;
    }
    spread
};

/// In which sets each character of the first block is.
static USUAL: [u8; LENGTH] = {
    let mut table = [0; LENGTH];
    add(&mut table, &[COMMON], Usual::COMMON);
    add(&mut table, BOTH, Usual::SIMPLIFIED | Usual::TRADITIONAL);
    add(&mut table, HANS, Usual::SIMPLIFIED);
    add(&mut table, HANT, Usual::TRADITIONAL);
    table
};

const fn add(table: &mut [u8; LENGTH], texts: &[&str], sets: u8) {
    let mut text = 0;
    while text < texts.len() {
        let bytes = texts[text].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            table[code([bytes[at], bytes[at + 1], bytes[at + 2]]) - FIRST] |= sets;
            at += 3;
        }
        text += 1;
    }
}

/// The character of three bytes.
const fn code([a, b, c]: [u8; 3]) -> usize {
    (a as usize & 0xf) << 12 | (b as usize & 0x3f) << 6 | c as usize & 0x3f
}

/// A set of characters of the first block.
pub(super) struct Frequent(Vec<bool>);

/// The 3 755 of GB 2312's first level.
pub(super) static SIMPLIFIED: LazyLock<Frequent> = LazyLock::new(|| {
    let gb = pairs(0xb0..=0xd7, &[0xa1..=0xfe]);
    Frequent::of(&GBK.decode_without_bom_handling(&gb).0)
});

/// The 5 401 of Big5's first level.
pub(super) static TRADITIONAL: LazyLock<Frequent> = LazyLock::new(|| {
    let big5 = pairs(0xa4..=0xc6, &[0x40..=0x7e, 0xa1..=0xfe]);
    Frequent::of(&BIG5.decode_without_bom_handling(&big5).0)
});

impl Frequent {
    fn of(text: &str) -> Self {
        let mut set = vec![false; LENGTH];
        for c in text.chars() {
            if let Some(known) = (c as usize)
                .checked_sub(FIRST)
                .and_then(|at| set.get_mut(at))
            {
                *known = true;
            }
        }
        Self(set)
    }

    pub(super) fn has(&self, c: char) -> bool {
        let at = (c as usize).checked_sub(FIRST);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(false)
    }
}

fn pairs(leads: RangeInclusive<u8>, trails: &[RangeInclusive<u8>]) -> Vec<u8> {
    // Made for the first page of a process: no iterator in an iterator here.
    let mut pairs = Vec::with_capacity(16 << 10);
    for lead in leads {
        for range in trails {
            for trail in range.clone() {
                pairs.extend_from_slice(&[lead, trail]);
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known when the crate is compiled agrees with the charsets.
    #[test]
    fn the_most_frequent_are_frequent() {
        let all = [COMMON].iter().chain(BOTH).chain(HANS).chain(HANT);
        for c in all.flat_map(|text| text.chars()) {
            let sets = USUAL[c as usize - FIRST];
            let simplified = sets & Usual::SIMPLIFIED != 0;
            let traditional = sets & Usual::TRADITIONAL != 0;
            assert!(!simplified || SIMPLIFIED.has(c), "{c}");
            assert!(!traditional || TRADITIONAL.has(c), "{c}");
            assert!(simplified || traditional, "{c}");
            assert_eq!(sets & Usual::COMMON != 0, COMMON.contains(c), "{c}");
        }
    }

    #[test]
    fn running_text_shows() {
        let count = |text: &str| {
            let mut usual = Usual::default();
            usual.count(text.as_bytes());
            usual.is_running(text.chars().count())
        };
        assert!(count("城东公园今天上午正式开放市民可以自由入园"));
        assert!(count("城東公園今天上午正式開放市民可以自由入園"));
        assert!(!count("鍩庝笢鍏洯浠婂"));
        assert!(!count("饕餮魑魅魍魉"));
    }
}
