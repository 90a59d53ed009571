//! Lines and what becomes of them.

use crate::grammar::boilerplate::*;
use crate::reason::Noise;

#[test]
fn stock_quotes() {
    for (text, expected) in [
        ("(431.2, 7.37, 1.74%)", true),
        ("（12.05，-0.31，-2.51%）", true),
        ("(431.2, 7.37)", false),
        ("(去年, 今年, 1.74%)", false),
        ("(1.74%)", false),
    ] {
        assert_eq!(is_stock_quote(text), expected, "{text}");
    }
}

#[test]
fn contacts_at_the_tail() {
    for (line, expected) in [
        ("新闻热线：021-12345678", true),
        ("來稿請寄至tougao@chengju.example，並附上真實姓名。", true),
        ("【橙橘徵稿】", true),
        ("橙橘财经广告合作，请点击这里", true),
        ("发送邮件至hezuo@chengju.example申请加入橙橘号", true),
        ("城東公園相關新聞", true),
        ("更新時間｜2024.05.10 06:58 臺北時間", true),
        ("Previous2024年5月10日 上午6:58", true),
        ("Next 2024 大会五月在城东举行", false),
        ("更新于城东的公园 2024.05.10", false),
        ("咨询电话：010-12345678", false),
        ("他向报社投稿已有三十年。", false),
    ] {
        assert_eq!(is_at_tail(line), expected, "{line}");
    }
}

#[test]
fn furniture_lines() {
    let rows: &[(&str, Option<LineVerdict>)] = &[
        ("（完）", Some(Drop(Noise::EndMark))),
        // The example of CONTRIBUTING.md, in the other script.
        ("聽全文", Some(Drop(Noise::Control))),
        ("聽全文 打印", Some(Drop(Noise::Controls))),
        ("- END -", Some(Drop(Noise::EndMark))),
        ("advertisement", Some(Drop(Noise::Advertisement))),
        ("请扫以下二维码", Some(Drop(Noise::QrCode))),
        (
            "本文属于原创文章，如若转载，请注明来源：城东公园今起开放https://news.chengju.example/1.html",
            Some(Drop(Noise::Disclaimer)),
        ),
        ("相关阅读：", Some(End(Noise::RelatedList))),
        ("【延伸閱讀】", Some(End(Noise::RelatedList))),
        (
            "相关报道：城东公园今起开放 市民尽享绿意",
            Some(Drop(Noise::RelatedList)),
        ),
        ("（原标题：城东公园开放）", Some(Drop(Noise::OriginalTitle))),
        ("分享到：微信 微博", Some(Drop(Noise::ShareBar))),
        (
            "城东公园的游客可以扫描二维码领取一份园区地图，也可以在服务台领取纸质版，地图上标出了三条步行路线和两处直饮水点，供市民选用。",
            None,
        ),
        (
            "相关阅读室将于六月开放，市民可凭证件入内阅览，管理处提醒大家提前预约。",
            None,
        ),
        ("他说，公园的建设已经完成。", None),
        ("+13", Some(Drop(Noise::Counter))),
        ("2 / 12", Some(Drop(Noise::Counter))),
        ("02", None),
        ("跳过 Instagram 帖子", Some(Drop(Noise::Control))),
        ("允许Instagram内容", Some(Drop(Noise::Control))),
        ("允許游客看到的內容", None),
        ("允许AI生成内容", None),
        ("此文包含三个部分，先写湖区，再写步道。", None),
        (
            "本文採用創用CC 姓名標示 3.0 授權。",
            Some(Drop(Noise::TermsOfUse)),
        ),
        ("他把照片以创用CC的方式放在网上，谁都可以用。", None),
        (
            "此文包含Instagram提供的内容。由于这些内容会使用曲奇，我们在加载任何内容前会寻求您的认可。",
            Some(Drop(Noise::Disclaimer)),
        ),
        (
            "跳过这一篇不看的帖子他都记得很清楚，因为都是邻居写给公园的话。",
            None,
        ),
        (
            "橙橘网自有版权信息均由橙橘公司统一管理和销售。",
            Some(Drop(Noise::TermsOfUse)),
        ),
        ("未经授权擅自使用公园名称的，依法追究责任。", None),
        ("2024/05/10", None),
        ("1 2 3 ... 5 下一页", Some(Drop(Noise::Controls))),
        (
            "【字号：大 中 小】【打印】【关闭】",
            Some(Drop(Noise::Controls)),
        ),
        ("赞12 收藏 分享 评论(3)", Some(Drop(Noise::Controls))),
        ("分享", None),
        ("网友评论道：公园真美", None),
        ("\u{e60a}", Some(Drop(Noise::Control))),
        ("打印关闭", Some(Drop(Noise::Controls))),
        ("大小", None),
        ("收藏70", Some(Drop(Noise::Controls))),
        ("推荐阅读", Some(End(Noise::RelatedList))),
        ("7分钟浏览时间", Some(Drop(Noise::Control))),
        ("預計閱讀時間 5 分鐘", Some(Drop(Noise::Control))),
        ("步行5分钟，阅读一面墙", None),
        ("{{feedback[choice]}}", Some(Drop(Noise::Control))),
        (
            "更多城東消息，讚好橙橘Facebook專頁",
            Some(Drop(Noise::Promotion)),
        ),
        ("推荐阅读 MORE>>", Some(End(Noise::RelatedList))),
        ("热门文章榜", Some(End(Noise::RelatedList))),
        ("版权与免责声明：", Some(End(Noise::Declaration))),
        (
            "橙橘网版权与信息产品内容销售的声明：",
            Some(End(Noise::Declaration)),
        ),
        ("发言人就此发表声明：", None),
        ("返回橙橘网首页>>", Some(Drop(Noise::WayBack))),
        ("返回家乡的路", None),
        (
            "加入橙橘新聞LINE，重點新聞一次看",
            Some(Drop(Noise::Promotion)),
        ),
        ("打开橙橘新闻", Some(Drop(Noise::Promotion))),
        ("人工智能朗读：", Some(Drop(Noise::Control))),
        (
            "橙橘财经广告合作，请点击这里此内容为橙橘财经原创，著作权归橙橘财经所有。",
            Some(Drop(Noise::TermsOfUse)),
        ),
        (
            "本文属于城东文章，如若转载，请注明来源：城东公园今起开放",
            Some(Drop(Noise::Disclaimer)),
        ),
        ("【欢迎转载 请注明来源】", Some(Drop(Noise::Disclaimer))),
        ("更多橙橘報導", Some(Drop(Noise::Promotion))),
        ("打开了公园的大门", None),
        ("◤冬季用品優惠◢", Some(Drop(Noise::Promotion))),
        ("👉詳情按此：城東救助基金", None),
        ("關注《Google News》", Some(Drop(Noise::Promotion))),
        (
            "本内容为作者独立观点，不代表橙橘立场。未经允许不得转载，授权事宜请联系编辑部",
            Some(Drop(Noise::Disclaimer)),
        ),
        ("下載「橙橘新聞APP」", Some(Drop(Noise::Promotion))),
        ("下載時，他笑說：「再試一次APP！」", None),
        (
            "•以上言論由 橙橘社 授權轉載，不代表橙橘新聞立場。",
            Some(Drop(Noise::Disclaimer)),
        ),
        ("一次投票不代表全体居民的立场，还要再问。", None),
        (
            "《城东日报》（ 2024年05月10日 04版）",
            Some(Drop(Noise::PaperPage)),
        ),
        ("《城东日报》（2024年精装版）再次印刷", None),
        ("返回橙橘，查看更多", Some(Drop(Noise::WayBack))),
        (
            "本文为橙橘号作者上传并发布，仅代表该作者观点，不代表橙橘网的观点。",
            Some(Drop(Noise::TermsOfUse)),
        ),
        ("加入微信群的市民已有三千人。", None),
        ("展开剩余55%", Some(Drop(Noise::Control))),
        ("赞一个 (0)", Some(Drop(Noise::Controls))),
        ("城東公園相關閱讀：", Some(End(Noise::RelatedList))),
        ("本网声明将于明日发布在公园官网。", None),
        (
            "文章内容仅代表作者本人观点，不代表本报立场。",
            Some(Drop(Noise::Disclaimer)),
        ),
        ("加入LINE好友，健康新聞不漏接", Some(Drop(Noise::Promotion))),
        ("他在公園粉絲專頁發文感謝志工。", None),
        ("網友紛紛按讚，直呼公園好美。", None),
    ];
    for (line, expected) in rows {
        assert_eq!(act(line), *expected, "{line}");
    }
}
