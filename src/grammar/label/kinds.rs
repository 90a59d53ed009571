//! The labels there are, whatever words they are written with.

use crate::article::Role;

/// What a label says its value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// 来源, 稿源, 转自
    Source,
    /// 作者, 记者, 撰文
    Author,
    /// 责任编辑, 责编, 编辑
    Editor,
    /// 发布时间, 发表于; also a bare 时间
    Published,
    /// 更新时间, 最后更新
    Updated,
    /// 标签, 关键词
    Tags,
    /// 当前位置
    Breadcrumb,
    /// 原标题
    OriginalTitle,
    /// 摘要, 导读
    Summary,
    /// 校对, 摄影 … by role
    Credit(Role),
    /// 浏览, 点击, 评论, 字号, 分享到, 打印: a count or a control
    Noise,
}
