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

/// What a character is compared as: 發 as 发, Ａ and `A` as `a`, ideographic space as a space.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        '\u{3400}'..='\u{9fff}' => match HAN[c as usize - FIRST] {
            0 => c,
            code => char::from_u32(u32::from(code)).unwrap_or(c),
        },
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
    fn what_is_folded_once_stays() {
        let all = ('\0'..=char::MAX).filter(|&c| fold(fold(c)) != fold(c));
        assert_eq!(all.collect::<String>(), "");
        let changed = (FIRST..LAST).filter(|code| HAN[code - FIRST] != 0).count();
        assert_eq!(changed, (pairs::PAIRS.len() + REGIONAL.len()) / 6);
    }
}
