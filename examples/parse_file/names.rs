//! Chinese names for what the crate's types tell.

use zhengwen::{Limit, PageKind, Precision, RelatedKind, Role, Time};

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
        _ => "属性数",
    }
}

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
