//! What the value grammars share: the words with what they are for, surnames, name separators and character classes. Not any grammar.

pub(crate) mod facet;
pub(crate) mod query;
mod table;

use crate::grammar::lexicon::facet::Facet;
use crate::grammar::words::CharSet;

/// The most common surnames, in both scripts: two of them in a row of four characters read as two glued names.
const COMMON_SURNAMES: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔肖";

/// All other single surnames, in both scripts. Those that are everyday function words (从, 向, 和, 时 …) are left out.
const OTHER_SURNAMES: &str = "洪陶裘芦蘆谈談戈宗晋晉宦粟闪閃黨文向柳闻聞卓路柏柴车車池迟遲褚楚储儲丛叢党狄刁窦竇房费費丰豐封凤鳳符付盖蓋甘葛耿宫宮古谷管桂郜国國海杭桓滑华華怀懷花霍嵇吉计計纪紀冀季简簡鉴焦靳荆荊景鞠阚闞柯寇匡况況兰蘭郎劳勞冷李厉厲利栗励连連廉练練蔺藺凌令娄婁楼樓鲁魯栾欒洛骆駱麻满滿茅梅蒙米苗缪繆闵閔明莫牟穆那倪聂聶宁寧甯牛农農欧歐庞龐裴皮平蒲浦濮戚祁齐齊强強屈曲瞿权權全冉饶饒荣榮容阮芮桑沙单單商尚佘申莘沈盛师師施水司松宿隋孙索邰台檀滕涂塗屠佟童仝宛危韦韋卫衛温溫翁邬鄔巫伍奚席冼项項解辛邢幸宣荀燕晏闫閆严嚴颜顏羊仰尧堯伊殷阴陰应應英尤游俞虞郁喻元苑岳云雲恽惲宰臧查翟詹湛章招甄支植仲竺祝诸諸庄莊祖左佐邸晁衡籍揭亢蒯邝鄺赫化虎官归歸衣矫敖艾安巴班包鲍鮑贝貝毕畢边邊卞别薄卜步部岑昌畅暢巢晨成初禤樊相朴香敬青咸揣寿壽操禹琚逄昝郗仇区區乌烏战戰门門银銀诗丘都原隗邓束阳陽勾苟鹿母慕木泥潭萨薩沃冒幺山佴税覃莎蓝藍修星阙茆浩覃漆亓亚粘麦麥叔干乐樂甯逯拓郏郟由淳舒扶冶钮鈕隆融弓宓烛燭蓬叱越夔養关關蔚厍井富伏戎豆牧仉樸鄢鞏巩诺苍蒼双雙聞莘翟谯譙鮮危贲賁詹路";

static SURNAMES: CharSet = CharSet::of(&[COMMON_SURNAMES, OTHER_SURNAMES]);
static COMMON: CharSet = CharSet::of(&[COMMON_SURNAMES]);

/// Longest place of the lexicon, in characters.
const LONGEST_PLACE: usize = 6;

pub(crate) fn is_surname(c: char) -> bool {
    SURNAMES.has(c)
}

pub(crate) fn is_common_surname(c: char) -> bool {
    COMMON.has(c)
}

/// Whether `text` starts with a surname of two characters: 欧阳.
pub(crate) fn has_compound_surname(text: &str) -> bool {
    Facet::CompoundSurname.starts(text)
}

/// Whether the whole of `text` is a place, with or without 市, 省 or 县.
pub(crate) fn is_place(text: &str) -> bool {
    Facet::Place.is(text)
        || text
            .strip_suffix(['市', '省', '县', '縣', '区', '區'])
            .is_some_and(|rest| Facet::Place.is(rest))
}

/// `text` without the place it ends in; None where it ends in none.
pub(crate) fn without_trailing_place(text: &str) -> Option<&str> {
    let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    (2..=LONGEST_PLACE.min(ends.len())).rev().find_map(|n| {
        let at = ends[ends.len() - n];
        is_place(&text[at..]).then_some(&text[..at])
    })
}

/// Whether `text` starts with a place.
pub(crate) fn starts_with_place(text: &str) -> bool {
    Facet::Place.starts(text)
}

/// The first `n` characters; None where there are fewer.
pub(crate) fn first_chars(text: &str, n: usize) -> Option<&str> {
    let mut chars = text.chars();
    if let Some(last) = n.checked_sub(1) {
        chars.nth(last)?;
    }
    Some(&text[..text.len() - chars.as_str().len()])
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' | '〇' | '々')
}

/// White space as pages have it: also U+3000, NBSP, zero-width characters and the byte order mark.
pub(crate) fn is_space(c: char) -> bool {
    // Most characters are Chinese, and known without a look at the tables of Unicode.
    !matches!(c, '\u{3001}'..='\u{d7ff}')
        && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}'))
}

/// The dot inside a transliterated name: 艾米丽·史密斯.
pub(crate) fn is_name_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '•' | '‧' | '∙' | '･' | '⋅')
}

pub(crate) fn is_open(c: char) -> bool {
    matches!(
        c,
        '(' | '（' | '[' | '［' | '【' | '〔' | '〖' | '「' | '{' | '<' | '〈'
    )
}

/// The bracket that closes `open`, full and half width taken for the same.
pub(crate) fn closes(open: char, close: char) -> bool {
    match open {
        '(' | '（' => matches!(close, ')' | '）'),
        '[' | '［' => matches!(close, ']' | '］'),
        '【' => close == '】',
        '〔' => close == '〕',
        '〖' => close == '〗',
        '「' => close == '」',
        '{' => close == '}',
        '<' => close == '>',
        '〈' => close == '〉',
        _ => false,
    }
}

pub(crate) fn is_close(c: char) -> bool {
    matches!(
        c,
        ')' | '）' | ']' | '］' | '】' | '〕' | '〗' | '」' | '}' | '>' | '〉'
    )
}

pub(crate) fn is_bar(c: char) -> bool {
    matches!(
        c,
        '|' | '｜' | '丨' | '︱' | '│' | '┃' | '∣' | '▏' | '▎' | '▕' | '❘' | '￨'
    )
}

pub(crate) fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '∕' | '╱')
}

pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '∶' | '︰')
}

/// Whether `text` looks like an outlet by the way it ends: 城东报, 橙橘网, 城视新闻.
pub(crate) fn ends_like_outlet(text: &str) -> bool {
    Facet::OutletEnd.ends(text)
}
