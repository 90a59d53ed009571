//! Names for what the crate's types tell, which have English ones of their own.

use zhengwen::{Access, Limit, LooksLike, PageKind, Precision, RelatedKind, Role, Time};

/// What is not usual only.
pub fn access(access: Access) -> &'static str {
    match access {
        Access::Cut => "只有开头，余下的要点开或在 APP 里看",
        Access::Subscribers => "订阅或付费可读",
        Access::Members => "登录或会员可读",
        _ => "",
    }
}

pub fn kind(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Article => "文章",
        PageKind::List => "列表页或首页，不是文章",
        PageKind::Gallery => "图集",
        PageKind::Video => "视频",
        PageKind::Live => "直播",
        PageKind::Missing => "页面不存在或已删除",
        PageKind::Blocked => "被拦下：验证码、登录或访问限制",
        _ => "其他，不是文章",
    }
}

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Photographer => "摄影",
        Role::Video => "视频",
        Role::Translator => "翻译",
        Role::Proofreader => "校对",
        Role::Reviewer => "审核",
        Role::Producer => "监制",
        Role::Planner => "策划",
        Role::ChiefEditor => "主编",
        Role::Designer => "设计",
        Role::Presenter => "播音",
        Role::Intern => "实习",
        Role::Contributor => "供稿",
        _ => "其他",
    }
}

pub fn related(kind: RelatedKind) -> &'static str {
    match kind {
        RelatedKind::Related => "相关",
        RelatedKind::Recommended => "推荐",
        RelatedKind::Hot => "热门",
        _ => "最新",
    }
}

pub fn limit(limit: Limit) -> &'static str {
    match limit {
        Limit::Bytes => "字节",
        Limit::Nodes => "节点数",
        Limit::Depth => "嵌套深度",
        Limit::Attributes => "属性数",
        Limit::Work => "建树的工作量",
        Limit::Text => "结果的文字量",
        Limit::Parts => "正文的块数",
        _ => "上限",
    }
}

/// What a file is that is no page, and what to do.
pub fn not_html(looks_like: LooksLike) -> String {
    let (what, advice) = match looks_like {
        LooksLike::Gzip | LooksLike::Compressed => ("压缩数据", "请先解压"),
        LooksLike::Zip | LooksLike::Archive => ("压缩包", "请先解开，再给出其中的网页"),
        LooksLike::Mhtml => ("MHTML 或邮件", "请给出其中的 HTML 部分"),
        LooksLike::Warc => ("WARC 文件", "请用 zhengwen batch 读"),
        LooksLike::Pdf => ("PDF", "请先另存为 HTML 或纯文本"),
        LooksLike::Document => ("办公文档", "请先另存为 HTML 或纯文本"),
        LooksLike::Epub => ("电子书", "请先另存为 HTML 或纯文本"),
        LooksLike::Feed => ("RSS 或 Atom", "请把每一条的内容交给 Body::parse"),
        LooksLike::Json => ("JSON", "请把其中的 HTML 交给 Body::parse"),
        LooksLike::OtherCharset => ("UTF-32、HZ 或 ISO-2022-CN 编码的文字", "请先转成 UTF-8"),
        LooksLike::Image => ("图片", PAGE),
        LooksLike::Audio => ("音频", PAGE),
        LooksLike::Video => ("视频", PAGE),
        LooksLike::Font => ("字体", PAGE),
        LooksLike::Executable => ("程序", PAGE),
        LooksLike::Database => ("SQLite 数据库", PAGE),
        LooksLike::Xml => ("XML", PAGE),
        LooksLike::Csv => ("表格（CSV）", PAGE),
        LooksLike::SourceCode => ("源代码", PAGE),
        _ => ("二进制数据，不是文字", PAGE),
    };
    format!("不是网页，是{what}；{advice}")
}

const PAGE: &str = "请给出网页的 HTML 或文字";

/// The time as exactly as it was shown, with its zone where it is not +08:00.
pub fn time(time: &Time) -> String {
    let form = match time.precision {
        Precision::Day => "%Y-%m-%d",
        Precision::Minute => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    let zone = match time.value.offset().to_string() {
        zone if zone == "+08:00" => String::new(),
        zone => format!(" {zone}"),
    };
    format!("{}{zone}", time.value.format(form))
}

/// A label of the card on a page in traditional characters.
pub fn hant(label: &'static str) -> &'static str {
    match label {
        "副题" => "副題",
        "类型" => "類型",
        "来源" => "來源",
        "责编" => "責編",
        "时间" => "時間",
        "标签" => "標籤",
        "网站" => "網站",
        "网址" => "網址",
        "下一页" => "下一頁",
        "摄影" => "攝影",
        "视频" => "影片",
        "翻译" => "翻譯",
        "校对" => "校對",
        "审核" => "審核",
        "监制" => "監製",
        "策划" => "策劃",
        "主编" => "主編",
        "设计" => "設計",
        "实习" => "實習",
        "图" => "圖",
        "相关" => "相關",
        "推荐" => "推薦",
        "热门" => "熱門",
        other => other,
    }
}
