//! What a line says of the rest of an article: that it is for who pays or signs in, or that a click shows it. Not where the line stands.

use std::sync::LazyLock;

use crate::article::Access;
use crate::grammar::fold::fold;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
use crate::grammar::words::Words;

/// What a line below an article says of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notice {
    /// Who may read it: 订阅后继续阅读, 登录后查看全文, 试读结束.
    Closed(Access),
    /// A control that shows it: 展开全文, 打开APP阅读全文, 剩余80%. Many pages hold the rest all the same and only fold it away.
    Control,
}

/// A longer line is no notice, but text or an advertisement.
pub(crate) const NOTICE_MAX: usize = 45;
/// A longer line is no control.
const CONTROL_MAX: usize = 24;

/// Which of the tables a word is in.
#[derive(Debug, Clone, Copy)]
enum Word {
    Rest,
    Paid,
    SignedIn,
    Condition,
    Elsewhere,
    Reserved,
    This,
    Sample,
    Control,
    Left,
    Told,
}

/// All words, looked for in one pass.
static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| {
    query::finder([
        (Facet::Rest, Word::Rest),
        (Facet::PaidFor, Word::Paid),
        (Facet::SignedIn, Word::SignedIn),
        (Facet::Condition, Word::Condition),
        (Facet::Reserved, Word::Reserved),
        (Facet::ThisArticle, Word::This),
        (Facet::SampleEnd, Word::Sample),
        (Facet::RestControl, Word::Control),
        (Facet::Left, Word::Left),
        (Facet::Elsewhere, Word::Elsewhere),
        (Facet::ToldOf, Word::Told),
    ])
});

/// What a line says, if it is a notice.
pub(crate) fn notice(line: &str) -> Option<Notice> {
    let seen = || line.chars().filter(|c| !c.is_whitespace());
    let chars = seen().take(NOTICE_MAX + 1).count();
    if chars > NOTICE_MAX {
        return None;
    }
    let mut folded = String::with_capacity(line.len());
    folded.extend(seen().map(fold));
    let line = folded;
    let found = WORDS
        .within(&line)
        .fold(0_u16, |all, (.., sort)| all | 1 << *sort as u16);
    let has = |sort: Word| found & 1 << sort as u16 != 0;
    // 市民购票后可继续阅读馆内报刊 tells of people; a notice speaks to its reader.
    if found == 0 || has(Word::Told) {
        return None;
    }
    if has(Word::Sample) {
        return Some(Notice::Closed(Access::Subscribers));
    }
    let reader = if has(Word::Paid) {
        Some(Access::Subscribers)
    } else {
        (has(Word::SignedIn) && !has(Word::Elsewhere)).then_some(Access::Members)
    };
    let share = has(Word::Left) && share(&line);
    if let Some(reader) = reader {
        let closed = (has(Word::Rest) || share) && has(Word::Condition)
            || has(Word::Reserved) && has(Word::This);
        return closed.then_some(Notice::Closed(reader));
    }
    let control = (has(Word::Rest) && has(Word::Control) || share) && chars <= CONTROL_MAX;
    control.then_some(Notice::Control)
}

/// 剩余80%, 还有 80%: how much is not shown.
fn share(line: &str) -> bool {
    Facet::Left.words().any(|word| {
        line.split(word).skip(1).any(|rest| {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            (1..=2).contains(&digits) && rest[digits..].starts_with('%')
        })
    })
}

/// Whether a text breaks off, by its last line: that is prose, and no sentence ends there.
pub(crate) fn breaks_off(line: &str) -> bool {
    /// A shorter line may be a name, a place and date, a heading.
    const PROSE: usize = 20;
    let line = line.trim_end();
    if line.ends_with('…') || line.ends_with("...") {
        return true;
    }
    let open = line.ends_with(['，', '、', '：', '；', ',', '“', '「', '（', '《']);
    let ended = line.ends_with(|c: char| !c.is_alphanumeric());
    open || !ended && line.chars().count() >= PROSE && line.contains(['，', '。', ',', '、'])
}

/// What a meta element or JSON-LD says: `isAccessibleForFree: False`, `article:content_tier: locked`.
pub(crate) fn declared(name: &str, value: &str) -> Option<Access> {
    // schema.org's own values are addresses: `https://schema.org/False`.
    let value = value.trim().rsplit('/').next().unwrap_or_default();
    let is = |word: &str| value.eq_ignore_ascii_case(word);
    let closed = match name {
        "isAccessibleForFree" | "isaccessibleforfree" => is("false") || is("no") || is("0"),
        // Metered is free until a reader has read too much.
        "article:content_tier" | "content_tier" => is("locked") || is("premium") || is("paid"),
        _ => false,
    };
    closed.then_some(Access::Subscribers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices() {
        use Access::{Members, Subscribers};
        use Notice::{Closed, Control};
        for (line, says) in [
            ("本文共计1561字 订阅后继续阅读", Some(Closed(Subscribers))),
            ("订阅后查看全文", Some(Closed(Subscribers))),
            ("訂閱後繼續閱讀全文", Some(Closed(Subscribers))),
            ("付费阅读全文", Some(Closed(Subscribers))),
            ("开通会员，即可畅读全文", Some(Closed(Subscribers))),
            ("此文为付费内容，请购买后阅读", Some(Closed(Subscribers))),
            ("剩余80%内容需付费阅读", Some(Closed(Subscribers))),
            ("解鎖全文", Some(Closed(Subscribers))),
            ("試閱結束", Some(Closed(Subscribers))),
            ("本文为VIP专享", Some(Closed(Subscribers))),
            ("支付后阅读全文", Some(Closed(Subscribers))),
            ("开通会员阅读全文", Some(Closed(Subscribers))),
            ("您的免费阅读次数已用完，请订阅", Some(Closed(Subscribers))),
            ("免费注册，阅读全文", Some(Closed(Members))),
            ("加入會員看全文", Some(Closed(Members))),
            ("此內容僅供付費訂戶閱讀", Some(Closed(Subscribers))),
            ("本文仅对会员开放", Some(Closed(Members))),
            ("登录后查看全文", Some(Closed(Members))),
            ("請登入會員，繼續閱讀", Some(Closed(Members))),
            ("如要讀取全文，請登入或註冊", Some(Closed(Members))),
            ("本新聞文字、照片專供會員閱覽", Some(Closed(Members))),
            ("本文限定會員閱讀", Some(Closed(Members))),
            ("会员专享全文", Some(Closed(Members))),
            ("展开全文", Some(Control)),
            ("展開全文 ▼", Some(Control)),
            ("展开阅读全文", Some(Control)),
            ("打开APP阅读全文", Some(Control)),
            ("打開ＡＰＰ閱讀全文", Some(Control)),
            ("展开剩余55%", Some(Control)),
            ("剩余80%", Some(Control)),
            ("扫码阅读全文", Some(Control)),
            ("…詳全文", Some(Control)),
            ("阅读剩余全文（", Some(Control)),
            ("繼續閱讀", Some(Control)),
            // Not of the rest: comments, advertisements, other articles, prose.
            ("登录后发表评论", None),
            ("请登录后参与互动", None),
            ("立刻點擊免費加入會員！", None),
            ("訂閱電子報，每日精選寄到信箱", None),
            ("成为会员", None),
            ("请登录网站下载会议全文", Some(Control)),
            ("本文仅供参考，欢迎订阅橙橘网", None),
            ("市民订阅年票后，可以继续阅读馆内的报刊。", None),
            ("园方说，市民购买年票后即可继续阅读……", None),
            ("學生註冊後可借閱全文資料庫。", None),
            ("非会员读者请登录后阅读全文。", Some(Closed(Members))),
            ("会员专享特权", None),
            ("讲话全文如下：", None),
            ("城东公园售票处剩余门票80张", None),
            ("公园湖区已完成80%的工程", None),
            (
                "市民可登录公众号预约，也可以到售票处购买年票，公园全天免费开放，园内步道、湖区和儿童乐园同时启用，全文完",
                None,
            ),
            ("", None),
        ] {
            assert_eq!(notice(line), says, "{line}");
        }
    }

    #[test]
    fn texts_that_break_off() {
        for (line, off) in [
            ("城东公园今天上午正式向市民开放。", false),
            ("园内步道、湖区和儿童乐园同时启用，而在公园的另一", true),
            ("公园今天开放，园内步道、湖区……", true),
            ("公园今天开放，園內步道...", true),
            ("公园今天开放，", true),
            ("张三", false),
            ("（橙橘网记者张三）", false),
            ("他说：“公园全天免费。”", false),
            ("城东公园管理处2024年5月10日", false),
            ("", false),
        ] {
            assert_eq!(breaks_off(line), off, "{line}");
        }
    }

    #[test]
    fn declarations() {
        for (name, value, access) in [
            ("isAccessibleForFree", "False", Some(Access::Subscribers)),
            (
                "isAccessibleForFree",
                "https://schema.org/False",
                Some(Access::Subscribers),
            ),
            ("isAccessibleForFree", "true", None),
            ("article:content_tier", "locked", Some(Access::Subscribers)),
            ("article:content_tier", "metered", None),
            ("article:content_tier", "free", None),
            ("keywords", "false", None),
        ] {
            assert_eq!(declared(name, value), access, "{name}={value}");
        }
    }
}
