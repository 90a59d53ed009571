//! Characters folded to one script, one width and one case, so that texts can be compared. Not a conversion for readers: 发 stands
//! for 發 and 髮 alike, and nothing is read in context.

mod pairs;

/// Forms of one character that differ by region or press, and that the generated pairs do not have.
const REGIONAL: &str = "衞卫敍叙枱台痺痹峯峰糉粽麪面滙汇舘馆戸户汚污鎭镇彊强靑青淸清敎教擧举隷隶谘咨鬬斗鬪斗鹻碱竝并呪咒臙胭\
塩盐甯宁噁恶嶽岳甦苏捱挨妳你牠它";

/// The characters that stand for others, from [`FIRST`] on, made when the crate is compiled. 0 for those that stand for themselves.
static HAN: [u16; LAST - FIRST] = table(&[pairs::PAIRS, REGIONAL]);
const FIRST: usize = 0x3400;
const LAST: usize = 0xa000;

/// For a character that others are folded to, the first of them; for each of those, the next. 0 at the end.
static VARIANTS: [u16; LAST - FIRST] = variants_of(&[pairs::PAIRS, REGIONAL]);

/// What a Chinese character is compared as: 發 as 发. All else stays as it is, width and case too, and no text changes its length.
#[inline]
pub(crate) fn simplified(c: char) -> char {
    match c {
        '\u{3400}'..='\u{9fff}' => match HAN[c as usize - FIRST] {
            0 => c,
            code => char::from_u32(u32::from(code)).unwrap_or(c),
        },
        c => c,
    }
}

/// The other characters that are compared as a simplified one: 發 and 髮 for 发.
pub(crate) fn variants(c: char) -> impl Iterator<Item = char> {
    let next = |c: char| {
        let code = VARIANTS.get((c as usize).checked_sub(FIRST)?)?;
        char::from_u32(u32::from(*code)).filter(|&c| c != '\0')
    };
    std::iter::successors(next(c), move |&c| next(c))
}

/// What a character is compared as: 發 as 发, Ａ and `A` as `a`, ideographic space as a space.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        '\u{3400}'..='\u{9fff}' => simplified(c),
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = (c as u32 - 0xff01) as u8 + b'!';
            char::from(ascii.to_ascii_lowercase())
        }
        c => c,
    }
}

/// Reads texts of pairs.
const fn table(texts: &[&str]) -> [u16; LAST - FIRST] {
    let mut table = [0; LAST - FIRST];
    let mut text = 0;
    while text < texts.len() {
        let bytes = texts[text].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            table[code(bytes, at) - FIRST] = code(bytes, at + 3) as u16;
            at += 6;
        }
        text += 1;
    }
    table
}

/// Reads texts of pairs into chains; see [`VARIANTS`].
const fn variants_of(texts: &[&str]) -> [u16; LAST - FIRST] {
    let mut chains = [0; LAST - FIRST];
    let mut text = 0;
    while text < texts.len() {
        let bytes = texts[text].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (variant, simplified) = (code(bytes, at), code(bytes, at + 3));
            chains[variant - FIRST] = chains[simplified - FIRST];
            chains[simplified - FIRST] = variant as u16;
            at += 6;
        }
        text += 1;
    }
    chains
}

/// The character of three bytes that starts at `at`.
const fn code(bytes: &[u8], at: usize) -> usize {
    assert!(bytes[at] >> 4 == 0xe, "not a character of three bytes");
    (bytes[at] as usize & 0xf) << 12
        | (bytes[at + 1] as usize & 0x3f) << 6
        | bytes[at + 2] as usize & 0x3f
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        text.chars().map(fold).collect()
    }

    #[test]
    fn one_script_one_width_one_case() {
        for (text, same) in [
            ("這裏說為臺灣發頭髮", "这里说为台湾发头发"),
            ("這裡説爲台灣發頭髮", "这里说为台湾发头发"),
            ("城東公園衞生間", "城东公园卫生间"),
            ("城東公園衛生間", "城东公园卫生间"),
            ("ＡＰＰ下載２０２４", "app下载2024"),
            ("App", "app"),
            ("《公園》：“湖區”", "《公园》:“湖区”"),
            ("公園　湖區", "公园 湖区"),
            ("𠮷野家é", "𠮷野家é"),
        ] {
            assert_eq!(folded(text), same);
        }
    }

    #[test]
    fn variants_are_what_is_folded() {
        for c in '\u{3400}'..='\u{9fff}' {
            match simplified(c) {
                same if same == c => assert!(variants(c).all(|v| simplified(v) == c), "{c}"),
                other => assert!(variants(other).any(|v| v == c), "{c}"),
            }
        }
        let mut all: Vec<char> = variants('发').collect();
        all.sort_unstable();
        assert_eq!(all, ['發', '髮']);
        assert_eq!(variants('a').count() + variants('\u{20bb7}').count(), 0);
    }

    #[test]
    fn what_is_folded_once_stays() {
        let all = ('\0'..=char::MAX).filter(|&c| fold(fold(c)) != fold(c));
        assert_eq!(all.collect::<String>(), "");
        let changed = (FIRST..LAST).filter(|code| HAN[code - FIRST] != 0).count();
        assert_eq!(changed, (pairs::PAIRS.len() + REGIONAL.len()) / 6);
    }
}
