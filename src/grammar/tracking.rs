//! What an address holds that does not tell which page it is: who shared it, where it was clicked. Strings only; joins are `page::url`'s.

use std::borrow::Cow;

/// Parameters that tell where a reader came from, and who says so. A name is here only if no site is known to tell pages apart by it.
const TRACKING: &[&str] = &[
    // What WeChat appends to a page that is shared: from=timeline (朋友圈), singlemessage, groupmessage; sites use `from` in the same sense.
    "from",
    "isappinstalled",
    "nsukey",
    // WeChat's own articles: where and by whom one was opened. `__biz`, `mid`, `idx` and `sn` name it.
    "chksm",
    "ascene",
    "subscene",
    "clicktime",
    "enterid",
    "pass_ticket",
    "wx_header",
    "exportkey",
    "abtest_cookie",
    "devicetype",
    "nettype",
    "sharer_sharetime",
    "sharer_shareid",
    "sharer_shareinfo",
    "sharer_shareinfo_first",
    // Alibaba's position of a click (Super Position Model), which other sites have taken over, and its content model.
    "spm",
    "spm_id_from",
    "scm",
    // Toutiao, Weibo, Bilibili and other apps: who shared, by what.
    "tt_from",
    "tt_group_id",
    "wxshare_count",
    "share_token",
    "share_from",
    "share_source",
    "share_medium",
    "share_plat",
    "share_tag",
    "share_session_id",
    "share_did",
    "share_uid",
    "unique_k",
    "vd_source",
    "luicode",
    "lfid",
    "weibo_id",
    // Baidu: which spider or search led here.
    "wfr",
    "isfailflag",
    "bd_vid",
    // Baidu's statistics: medium, plan, unit, word and creative of an advertisement.
    "hmsr",
    "hmpl",
    "hmcu",
    "hmkw",
    "hmci",
    "n_type",
    "p_from",
    // Portals: the place on a front page that was clicked.
    "_trans_",
    "spss",
    "ctrack",
    // Advertisement clicks: Google, Microsoft, Meta, Twitter, Yandex.
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "fbclid",
    "igshid",
    "igsh",
    "twclid",
    "yclid",
    "ref_src",
    "_ga",
    "_gl",
    // Newsletters and campaigns: Mailchimp, AT Internet, Adobe, MSN.
    "mc_cid",
    "mc_eid",
    "at_medium",
    "at_campaign",
    "xtor",
    "cmpid",
    "ocid",
];

/// Urchin, now Google Analytics: `utm_source`, `utm_medium` …
const PREFIX: &str = "utm_";

/// An absolute URL without tracking parameters and without fragment. A fragment that is a route of a page's scripts (`#/news/1`, `#!news`)
/// stays: such pages differ by nothing else.
pub(crate) fn without(url: &str) -> Cow<'_, str> {
    let (rest, fragment) = match url.split_once('#') {
        Some((rest, fragment)) if fragment.starts_with(['/', '!']) => (rest, Some(fragment)),
        Some((rest, _)) => (rest, None),
        None => (url, None),
    };
    let Some((path, query)) = rest.split_once('?') else {
        return match fragment {
            Some(_) => Cow::Borrowed(url),
            None => Cow::Borrowed(rest),
        };
    };
    let mut out = String::with_capacity(url.len());
    out.push_str(path);
    let mut mark = '?';
    for pair in query.split('&').filter(|pair| !is_tracking(pair)) {
        out.push(mark);
        out.push_str(pair);
        mark = '&';
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    Cow::Owned(out)
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    // Of an address that was escaped once too often: `?id=1&amp;utm_medium=nrw`.
    let name = name.strip_prefix("amp;").unwrap_or(name);
    let starts = name.get(..PREFIX.len());
    name.is_empty()
        || starts.is_some_and(|start| start.eq_ignore_ascii_case(PREFIX))
        || TRACKING.iter().any(|t| name.eq_ignore_ascii_case(t))
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn addresses_of_pages() {
        for (url, page) in [
            (
                "https://chengju.example/1.html",
                "https://chengju.example/1.html",
            ),
            (
                "https://chengju.example/1.html?",
                "https://chengju.example/1.html",
            ),
            (
                "https://chengju.example/1.html#comments",
                "https://chengju.example/1.html",
            ),
            (
                "https://chengju.example/1.html?from=timeline&isappinstalled=0",
                "https://chengju.example/1.html",
            ),
            (
                "https://chengju.example/a?id=1&from=singlemessage#10006-weixin-1",
                "https://chengju.example/a?id=1",
            ),
            (
                "https://chengju.example/a?UTM_Source=app&id=1&utm_medium=x",
                "https://chengju.example/a?id=1",
            ),
            (
                "https://chengju.example/a?id=1&amp;utm_medium=nrw",
                "https://chengju.example/a?id=1",
            ),
            (
                "https://chengju.example/a?spm=C31267.P1.S7.4",
                "https://chengju.example/a",
            ),
            (
                "https://chengju.example/s?__biz=MzI0&mid=26&idx=1&sn=ab&chksm=cd#rd",
                "https://chengju.example/s?__biz=MzI0&mid=26&idx=1&sn=ab",
            ),
            (
                "https://chengju.example/s?id=16&wfr=spider&for=pc",
                "https://chengju.example/s?id=16&for=pc",
            ),
            // What tells pages apart stays, in its order and as written.
            (
                "https://chengju.example/a?b=2&a=1",
                "https://chengju.example/a?b=2&a=1",
            ),
            (
                "https://chengju.example/a?fromid=2&utm=1&spma=3",
                "https://chengju.example/a?fromid=2&utm=1&spma=3",
            ),
            (
                "https://chengju.example/a?q=%E5%9F%8E+from=x",
                "https://chengju.example/a?q=%E5%9F%8E+from=x",
            ),
            (
                "https://chengju.example/#/news/1?from=app",
                "https://chengju.example/#/news/1?from=app",
            ),
            (
                "https://chengju.example/?spm=1#!news/1",
                "https://chengju.example/#!news/1",
            ),
        ] {
            assert_eq!(without(url), page, "{url}");
            assert_eq!(without(page), page, "{page}");
        }
    }
}
