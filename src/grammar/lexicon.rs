//! Word lists the value grammars share: surnames, places, name separators and character classes. Not any grammar.

use std::sync::LazyLock;

use crate::grammar::words::{CharSet, Words};

/// The most common surnames, in both scripts: two of them in a row of four characters read as two glued names.
const COMMON_SURNAMES: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔肖";

/// All other single surnames, in both scripts. Those that are everyday function words (从, 向, 和, 时 …) are left out.
const OTHER_SURNAMES: &str = "洪陶裘芦蘆谈談戈宗晋晉宦粟闪閃黨文向柳闻聞卓路柏柴车車池迟遲褚楚储儲丛叢党狄刁窦竇房费費丰豐封凤鳳符付盖蓋甘葛耿宫宮古谷管桂郜国國海杭桓滑华華怀懷花霍嵇吉计計纪紀冀季简簡鉴焦靳荆荊景鞠阚闞柯寇匡况況兰蘭郎劳勞冷李厉厲利栗励连連廉练練蔺藺凌令娄婁楼樓鲁魯栾欒洛骆駱麻满滿茅梅蒙米苗缪繆闵閔明莫牟穆那倪聂聶宁寧甯牛农農欧歐庞龐裴皮平蒲浦濮戚祁齐齊强強屈曲瞿权權全冉饶饒荣榮容阮芮桑沙单單商尚佘申莘沈盛师師施水司松宿隋孙索邰台檀滕涂塗屠佟童仝宛危韦韋卫衛温溫翁邬鄔巫伍奚席冼项項解辛邢幸宣荀燕晏闫閆严嚴颜顏羊仰尧堯伊殷阴陰应應英尤游俞虞郁喻元苑岳云雲恽惲宰臧查翟詹湛章招甄支植仲竺祝诸諸庄莊祖左佐邸晁衡籍揭亢蒯邝鄺赫化虎官归歸衣矫敖艾安巴班包鲍鮑贝貝毕畢边邊卞别薄卜步部岑昌畅暢巢晨成初禤樊相朴香敬青咸揣寿壽操禹琚逄昝郗仇区區乌烏战戰门門银銀诗丘都原隗邓束阳陽勾苟鹿母慕木泥潭萨薩沃冒幺山佴税覃莎蓝藍修星阙茆浩覃漆亓亚粘麦麥叔干乐樂甯逯拓郏郟由淳舒扶冶钮鈕隆融弓宓烛燭蓬叱越夔養关關蔚厍井富伏戎豆牧仉樸鄢鞏巩诺苍蒼双雙聞莘翟谯譙鮮危贲賁詹路";

const COMPOUND_SURNAMES: &str = "欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 司徒 皇甫 夏侯 尉迟 尉遲 长孙 長孫 慕容 令狐 宇文 东方 東方 端木 公孙 公孫 轩辕 軒轅 南宫 南宮 西门 西門 独孤 獨孤 申屠 淳于 呼延 范姜 张简 張簡 闻人 聞人 澹台 澹臺 太史 濮阳 濮陽 钟离 鍾離 宗政 百里 东郭 東郭 第五 拓跋 赫连 赫連 完颜 完顏 纳兰 納蘭 司空 乐正 樂正 公羊 万俟 萬俟";

/// Places that stand in datelines: provinces, large cities, Taiwan and Hong Kong, capitals.
const PLACES: &str = "北京 上海 天津 重庆 重慶 河北 山西 辽宁 遼寧 吉林 黑龙江 黑龍江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東 河南 湖北 湖南 广东 廣東 海南 四川 贵州 貴州 云南 雲南 陕西 陝西 甘肃 甘肅 青海 内蒙古 內蒙古 广西 廣西 西藏 宁夏 寧夏 新疆 香港 澳门 澳門 台湾 台灣 臺灣 \
石家庄 石家莊 太原 沈阳 瀋陽 大连 大連 长春 長春 哈尔滨 哈爾濱 南京 苏州 蘇州 无锡 無錫 常州 徐州 南通 扬州 揚州 杭州 宁波 寧波 温州 溫州 绍兴 紹興 合肥 福州 厦门 廈門 泉州 南昌 济南 濟南 青岛 青島 烟台 煙台 日照 潍坊 临沂 郑州 鄭州 洛阳 洛陽 武汉 武漢 宜昌 长沙 長沙 株洲 益阳 广州 廣州 深圳 珠海 佛山 东莞 東莞 中山 惠州 汕头 汕頭 南宁 南寧 桂林 海口 三亚 三亞 成都 绵阳 贵阳 貴陽 遵义 昆明 大理 拉萨 拉薩 西安 延安 兰州 蘭州 西宁 西寧 银川 銀川 乌鲁木齐 烏魯木齊 呼和浩特 雄安 博鳌 博鰲 \
台北 臺北 新北 桃园 桃園 台中 臺中 台南 臺南 高雄 基隆 新竹 苗栗 彰化 南投 云林 雲林 嘉义 嘉義 屏东 屏東 宜兰 宜蘭 花莲 花蓮 台东 臺東 澎湖 金门 金門 马祖 馬祖 九龙 九龍 新界 大埔 \
华盛顿 華盛頓 纽约 紐約 洛杉矶 洛杉磯 旧金山 舊金山 休斯敦 休士頓 芝加哥 多伦多 多倫多 渥太华 渥太華 伦敦 倫敦 巴黎 柏林 法兰克福 法蘭克福 罗马 羅馬 马德里 馬德里 莫斯科 基辅 基輔 华沙 華沙 维也纳 維也納 日内瓦 日內瓦 布鲁塞尔 布魯塞爾 海牙 雅典 安卡拉 伊斯坦布尔 伊斯坦堡 开罗 開羅 耶路撒冷 德黑兰 德黑蘭 迪拜 杜拜 利雅得 巴格达 巴格達 东京 東京 大阪 首尔 首爾 仁川 平壤 曼谷 河内 河內 金边 金邊 吉隆坡 新加坡 雅加达 雅加達 马尼拉 馬尼拉 仰光 新德里 孟买 孟買 伊斯兰堡 伊斯蘭堡 喀布尔 喀布爾 堪培拉 坎培拉 悉尼 雪梨 墨尔本 墨爾本 奥克兰 奧克蘭 内罗毕 內羅畢 约翰内斯堡 联合国 聯合國 里约热内卢 巴西利亚 墨西哥城 哈瓦那 外电 外電";

static SURNAMES: CharSet = CharSet::of(&[COMMON_SURNAMES, OTHER_SURNAMES]);
static COMMON: CharSet = CharSet::of(&[COMMON_SURNAMES]);
static COMPOUND: LazyLock<Words<()>> = LazyLock::new(|| set(COMPOUND_SURNAMES));
static PLACE_SET: LazyLock<Words<()>> = LazyLock::new(|| set(PLACES));

fn set(words: &'static str) -> Words<()> {
    Words::new(words.split_whitespace().map(|word| (word, ())))
}

/// Longest place in `PLACES`, in characters.
const LONGEST_PLACE: usize = 6;

pub(crate) fn is_surname(c: char) -> bool {
    SURNAMES.has(c)
}

pub(crate) fn is_common_surname(c: char) -> bool {
    COMMON.has(c)
}

/// Whether `text` starts with a surname of two characters: 欧阳.
pub(crate) fn has_compound_surname(text: &str) -> bool {
    COMPOUND.at_start(text).next().is_some()
}

/// Whether the whole of `text` is a place, with or without 市, 省 or 县.
pub(crate) fn is_place(text: &str) -> bool {
    PLACE_SET.get(text).is_some()
        || text
            .strip_suffix(['市', '省', '县', '縣', '区', '區'])
            .is_some_and(|rest| PLACE_SET.get(rest).is_some())
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
    PLACE_SET.at_start(text).next().is_some()
}

/// The first `n` characters; None where there are fewer.
pub(crate) fn first_chars(text: &str, n: usize) -> Option<&str> {
    let mut indices = text.char_indices();
    for _ in 0..n {
        indices.next()?;
    }
    Some(indices.next().map_or(text, |(i, _)| &text[..i]))
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
    matches!(c, '|' | '｜' | '丨' | '︱' | '│' | '┃' | '∣')
}

pub(crate) fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '∕' | '╱')
}

pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '∶' | '︰')
}

/// Whether `text` looks like an outlet by the way it ends: 城东报, 橙橘网, 城视新闻.
pub(crate) fn ends_like_outlet(text: &str) -> bool {
    const ENDS: &[&str] = &[
        "日报",
        "晚报",
        "早报",
        "时报",
        "晨报",
        "周报",
        "商报",
        "日報",
        "晚報",
        "早報",
        "時報",
        "週報",
        "报",
        "報",
        "通讯社",
        "通訊社",
        "社",
        "网",
        "網",
        "电视台",
        "電視台",
        "电台",
        "電台",
        "台",
        "臺",
        "新闻",
        "新聞",
        "周刊",
        "週刊",
        "月刊",
        "杂志",
        "雜誌",
        "客户端",
        "融媒",
        "融媒体",
        "传媒",
        "傳媒",
        "全媒体",
        "全媒體",
        "频道",
        "頻道",
        "在线",
        "在線",
        "APP",
        "App",
        "发布",
        "發佈",
        "公众号",
        "公号",
        "微博",
        "微信",
        "记者站",
        "News",
        "视频",
        "电讯",
        "電訊",
        "快讯",
        "快訊",
        "广播",
        "廣播",
        "卫视",
        "衛視",
        "电视",
        "電視",
        "之声",
        "之聲",
        "客戶端",
        "融媒體",
        "融媒中心",
        "公眾號",
        "報業",
        "报业",
        "TV",
    ];
    static LAST: CharSet = CharSet::of_ends(ENDS);
    LAST.has_last_of(text) && ENDS.iter().any(|end| text.ends_with(end))
}
