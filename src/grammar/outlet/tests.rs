//! Tables for outlets: value | outlet.

use crate::grammar::outlet::*;

#[test]
fn labelled_values_give_outlets() {
    let table: &[(&str, Option<&str>)] = &[
        ("橙橘网", Some("橙橘网")),
        (" 新华社 ", Some("新华社")),
        ("城东日报 字号 T|T", Some("城东日报")),
        ("橙浪 小 大", Some("橙浪")),
        ("3D橙橘 2 条", Some("3D橙橘")),
        ("刊登于", None),
        ("Auto", None),
        ("城东日报 【字号：大 中 小】", Some("城东日报")),
        ("城东日报 参与互动(3)", Some("城东日报")),
        ("城东日报 举报", Some("城东日报")),
        ("城东客户端 城东客户端", Some("城东客户端")),
        ("城东科技 微博", Some("城东科技")),
        ("城东网-健康频道 原创稿", Some("城东网-健康频道")),
        ("橙橘在线 原创", Some("橙橘在线")),
        ("橙橘网 [原创]", Some("橙橘网")),
        ("[橙橘网原创]", Some("橙橘网")),
        ("橙橘汽车原创", Some("橙橘汽车原创")),
        ("橙橘日报 2024年 报纸", Some("橙橘日报")),
        ("橙橘日报 第3版", Some("橙橘日报")),
        ("“橙橘发布”微信公众号", Some("“橙橘发布”微信公众号")),
        ("微信公众号“橙橘发布”", Some("微信公众号“橙橘发布”")),
        ("我有话说", None),
        ("城东日报 我要分享", Some("城东日报")),
        ("城东日报手机看新闻", Some("城东日报")),
        ("城东日报 2024-05-10 06:58", Some("城东日报")),
        ("橙视网2019年07月01日 19:07", Some("橙视网")),
        ("城东晚报 2018-10-25 17:05 显示图片", Some("城东晚报")),
        ("城东网 作者：张三", Some("城东网")),
        ("来源：城东网", Some("城东网")),
        ("城东网 责任编辑：张三", Some("城东网")),
        ("《城东日报》", Some("城东日报")),
        ("“城东发布”", Some("城东发布")),
        ("（城东日报）", Some("城东日报")),
        ("21世纪城东报道(广州)", Some("21世纪城东报道")),
        ("城东网－城东日报", Some("城东网－城东日报")),
        ("城东报微信公众号", Some("城东报微信公众号")),
        ("橙北网 北京", Some("橙北网")),
        ("科学橙 www.example.cn", Some("科学橙")),
        ("CODEN| 0 条评论", Some("CODEN")),
        ("城东网 | 责编", Some("城东网")),
        ("橙橘科技\u{a0}\u{a0}城东网收集", Some("橙橘科技")),
        ("IT橙橘", Some("IT橙橘")),
        ("9橙", Some("9橙")),
        ("城東日報 訂閱", Some("城東日報")),
        ("某某评论", Some("某某评论")),
        ("东区办事处", Some("东区办事处")),
        ("http://www.example.com/a", None),
        ("www.example.com", None),
        ("example.com", None),
        ("本站原创", None),
        ("网络", None),
        ("互联网", None),
        ("未知", None),
        ("橙橘网 提示：全文字，阅读需要分钟", Some("橙橘网")),
        ("橙橘社222", Some("橙橘社")),
        ("橙橘融媒关注", Some("橙橘融媒")),
        ("chengJu.COM", Some("chengJu.COM")),
        ("chengju.com", None),
        ("橙橘网.COM9 次阅读0 条", Some("橙橘网.COM")),
        ("橙橘财经365", Some("橙橘财经365")),
        ("", None),
        ("12345", None),
        ("${source}", None),
        ("城东公园今天开放。市民都很高兴", None),
        (
            "这是一个很长很长的句子它不可能是任何一家媒体的名字因为它实在太长了",
            None,
        ),
    ];
    for (value, expected) in table {
        assert_eq!(outlet(value).as_deref(), *expected, "value: {value}");
    }
}

#[test]
fn bare_values_beside_the_time_give_outlets() {
    let table: &[(&str, Option<&str>)] = &[
        (
            "2024-05-10 06:58 城东区融媒体中心 12阅读",
            Some("城东区融媒体中心"),
        ),
        ("2024-05-10 06:58 橙橘网", Some("橙橘网")),
        ("2024年05月10日 06:58 城东日报 评论(3)", Some("城东日报")),
        ("橙橘网 2024-05-10 06:58", Some("橙橘网")),
        ("2019-09-05 11:10 游城橙", Some("游城橙")),
        ("城东发布", Some("城东发布")),
        ("2024-05-10 06:58 | 城东在线", Some("城东在线")),
        // 时, 日 and 年 are units only right behind a figure.
        ("2024-05-10 06:58 时代橙报", Some("时代橙报")),
        ("2024-05-10 06:58:41日月城报社", Some("日月城报社")),
        ("5月10日 年轮网", Some("年轮网")),
        ("2024-05-10 06:58", None),
        ("2024.05.10 04:17 pm", None),
        ("关注橙橘网", None),
        ("FacebookWhatsApp", None),
        ("2024-05-10 06:58 作者：张三", None),
        ("", None),
        ("北京", None),
        ("1234次", None),
        ("城东公园今天上午正式向市民开放了", None),
    ];
    for (text, expected) in table {
        assert_eq!(bare_outlet(text).as_deref(), *expected, "text: {text}");
    }
}
