//! Tables for the split of lines at labels: input | labels and values.

use crate::article::Role;
use crate::grammar::label::*;

/// `Source=橙橘网 Author=张三`, as `Label=value` joined by ` ; `.
fn shown(line: &str) -> String {
    scan(line)
        .iter()
        .map(|item| {
            let label = match item.label {
                Label::Credit(role) => format!("{role:?}"),
                label => format!("{label:?}"),
            };
            format!("{label}={}", item.value)
        })
        .collect::<Vec<_>>()
        .join(" ; ")
}

#[test]
fn lines_split_at_their_labels() {
    let table: &[(&str, &str)] = &[
        (
            "更新时间:2023-11-18 10:06:20作者:橙橘网",
            "Updated=2023-11-18 10:06:20 ; Author=橙橘网",
        ),
        (
            "2019-09-25 10:00:00来源：城东日报作者：李四",
            "Source=城东日报 ; Author=李四",
        ),
        (
            "2020-11-23 10:22:14  出处：城东科技 作者：  编辑：张三",
            "Source=城东科技 ; Author= ; Editor=张三",
        ),
        ("作者： 编辑：张三", "Author= ; Editor=张三"),
        ("原创文章，作者：张三。转载请联系橙橘网。", "Author=张三"),
        ("来源：新华社", "Source=新华社"),
        ("来源:新华社", "Source=新华社"),
        ("来源：：新华社", "Source=新华社"),
        ("来 源：新华社", "Source=新华社"),
        ("作　者：张三", "Author=张三"),
        ("来源：\u{a0}新华社", "Source=新华社"),
        ("作者：\u{3000}张三\u{3000}", "Author=张三"),
        ("责任编辑: \t\t张三", "Editor=张三"),
        ("[责任编辑：张三 PX209]", "Editor=张三 PX209"),
        ("（责编：张三、李四）", "Editor=张三、李四"),
        ("(责编：罗明(实习生)、李四)", "Editor=罗明(实习生)、李四"),
        ("【编辑:张三】", "Editor=张三"),
        ("（责任编辑： HN666）", "Editor=HN666"),
        (
            "来源：城东网 [责任编辑：张三]",
            "Source=城东网 ; Editor=张三",
        ),
        ("文/张三", "Author=张三"),
        ("文／张三 攝影／李四", "Author=张三 ; Photographer=李四"),
        ("文｜张三", "Author=张三"),
        ("文丨张三 编辑丨李四", "Author=张三 ; Editor=李四"),
        ("编辑/李四", "Editor=李四"),
        // Brackets, dots and thin bars tie a value to its label too.
        (
            "【撰文】张三 李四 【编辑】王小明",
            "Author=张三 李四 ; Editor=王小明",
        ),
        (
            "[作者]:张三 [来源]:新闻中心",
            "Author=张三 ; Source=新闻中心",
        ),
        ("【来源】城东日报", "Source=城东日报"),
        ("【编辑】城东公园今起开放", ""),
        ("文·张三 编辑·李四", "Author=张三 ; Editor=李四"),
        ("作者 ▏张三", "Author=张三"),
        ("✎作者 | 张三 ✎编辑 | 李四", "Author=张三 ; Editor=李四"),
        ("来源：橙眼 / 作者：张三", "Source=橙眼 ; Author=张三"),
        ("撰写：张三", "Author=张三"),
        ("文｜張三攝影｜李四", "Author=張三 ; Photographer=李四"),
        ("文 张三 / 图 李四", "Author=张三 ; Photographer=李四"),
        ("橙经编辑｜张三", "Editor=张三"),
        ("来源于 《橙橘周刊》", "Source=《橙橘周刊》"),
        ("来自 《橙橘周刊》的报道", ""),
        ("来自 Android客户端 1楼", ""),
        ("来自/ 橙橘早报", "Source=橙橘早报"),
        ("来源 城东日报", "Source=城东日报"),
        ("来源 城东日报的报道很多", ""),
        ("文稿：张三", "Author=张三"),
        ("独家报道：张三", "Author=张三"),
        ("报道：城东公园今天开放", ""),
        (
            "编辑：李四，题图来自：视觉橙国",
            "Editor=李四 ; Photographer=视觉橙国",
        ),
        ("编辑 张三", "Editor=张三"),
        ("编辑 张三 校对 李四", "Editor=张三 ; Proofreader=李四"),
        (
            "2024年05月10日06:58 | 来源：城东网－城东日报",
            "Source=城东网－城东日报",
        ),
        (
            "发表于2014-08-24 21:30| 1164次阅读| 来源CODEN| 0 条评论| 作者张三",
            "Published=2014-08-24 21:30| 1164次阅读 ; Source=CODEN| 0 条评论 ; Author=张三",
        ),
        (
            "来源： 城东网 ｜ 作者： 张三 李四 ｜ 时间： 2019-06-17 ｜ 责编： 王小明",
            "Source=城东网 ; Author=张三 李四 ; Published=2019-06-17 ; Editor=王小明",
        ),
        (
            "发布时间：2018-12-12 作者：张三 来源：城东教育网",
            "Published=2018-12-12 ; Author=张三 ; Source=城东教育网",
        ),
        (
            "來源：城東日報　記者：李四",
            "Source=城東日報 ; Author=李四",
        ),
        (
            "發佈時間：2024-05-10 最後更新時間：2024-05-11",
            "Published=2024-05-10 ; Updated=2024-05-11",
        ),
        (
            "出版：2024-05-10 06:58 更新：2024-05-10 09:30",
            "Published=2024-05-10 06:58 ; Updated=2024-05-10 09:30",
        ),
        ("撰文：可樂", "Author=可樂"),
        ("責任編輯/張三 核稿編輯：李四", "Editor=張三 ; Editor=李四"),
        (
            "（原标题：城东公园今起开放）",
            "OriginalTitle=城东公园今起开放",
        ),
        (
            "原标题：视频：城东公园今起开放",
            "OriginalTitle=视频：城东公园今起开放",
        ),
        (
            "本文原标题：《城东公园今起开放》",
            "OriginalTitle=《城东公园今起开放》",
        ),
        ("本文标签：公园 绿地 湖区", "Tags=公园 绿地 湖区"),
        ("关键词 >> 公园", "Tags=公园"),
        ("标签(Tag)：公园", "Tags=公园"),
        ("關鍵字：公園、綠地", "Tags=公園、綠地"),
        (
            "当前位置：首页 > 新闻 > 本地",
            "Breadcrumb=首页 > 新闻 > 本地",
        ),
        ("您现在的位置：首页 >> 新闻", "Breadcrumb=首页 >> 新闻"),
        ("核心提示：城东公园今天开放。", "Summary=城东公园今天开放。"),
        (
            "栏目主编：张三 文字编辑：李四 图片编辑：王小明",
            "ChiefEditor=张三 ; Editor=李四 ; Editor=王小明",
        ),
        (
            "监制：张三 策划：李四 设计：王小明",
            "Producer=张三 ; Planner=李四 ; Designer=王小明",
        ),
        (
            "初审：张三 复审：李四 终审：王小明",
            "Reviewer=张三 ; Reviewer=李四 ; Reviewer=王小明",
        ),
        (
            "来源：城东网 字号：大 中 小 打印",
            "Source=城东网 ; Noise=大 中 小 ; Noise=",
        ),
        (
            "时间:2019-09-25 来源:城东网 作者:张三 点击:1234次",
            "Published=2019-09-25 ; Source=城东网 ; Author=张三 ; Noise=1234次",
        ),
        (
            "转载请注明来源：城东网 （责编：张三）",
            "Noise=城东网 ; Editor=张三",
        ),
        // A bracket before the first label ends the values of all within it.
        (
            "（通讯员 张三 记者 李四）城东公园今起开放，市民说好。",
            "Author=张三 ; Author=李四",
        ),
        // A bar or a slash between label and outlet or tags.
        (
            "作者 | 张三 来源 | 橙橘财经",
            "Author=张三 ; Source=橙橘财经",
        ),
        ("来源/橙橘日报 编辑/李四", "Source=橙橘日报 ; Editor=李四"),
        ("标签 | 城东公园 湖区", "Tags=城东公园 湖区"),
        (
            "By John Smith | 2024-05-10",
            "Author=John Smith | 2024-05-10",
        ),
        ("您的位置 首页 > 新闻", "Breadcrumb=首页 > 新闻"),
        // Not labels.
        ("媒体 | 财经 | 体育", ""),
        ("记者：你怎么看？", ""),
        ("消息来源称，公园下月开放", ""),
        ("据城东网来源：公园下月开放", ""),
        ("10:06:20", ""),
        ("https://example.com/a:b", ""),
        ("编辑部的故事", ""),
        ("作者认为公园应该开放", ""),
        ("记者张三在现场看到，公园已经开放", ""),
        ("记者 张三在现场看到公园已经开放的情形", ""),
        ("来源：天文/地理", "Source=天文/地理"),
        ("图文并茂", ""),
    ];
    let wrong: Vec<String> = table
        .iter()
        .filter(|(line, expected)| shown(line) != *expected)
        .map(|(line, expected)| {
            format!(
                "{line}\n    found:    {}\n    expected: {expected}",
                shown(line)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_paragraph_has_labels_only_at_its_ends() {
    let prose = "城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用。".repeat(5);
    assert_eq!(shown(&format!("{prose} 作者：张三。{prose}")), "");
    assert_eq!(shown(&format!("{prose} （责任编辑：张三）")), "Editor=张三");
}

#[test]
fn ranges_hold_label_and_value() {
    let line = "2024-05-10 来源：城东网 作者：张三";
    let found = scan(line);
    assert_eq!(&line[found[0].range.clone()], "来源：城东网");
    assert_eq!(&line[found[1].range.clone()], "作者：张三");
    assert_eq!(found[0].name, "来源");
}

#[test]
fn rule_files_name_labels() {
    assert_eq!(by_name("来源"), Some(Label::Source));
    assert_eq!(by_name("作者："), Some(Label::Author));
    assert_eq!(by_name("责编"), Some(Label::Editor));
    assert_eq!(by_name("摄影"), Some(Label::Credit(Role::Photographer)));
    assert_eq!(by_name("公园"), None);
}
