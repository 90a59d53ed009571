//! Tests of the grammar of times: tables of text and what it reads as, and texts made at random.

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::article::{Precision, Time};
use crate::grammar::time::scan::Scan;
use crate::grammar::time::{
    TimeContext, as_local, date_in_url, find, find_all, in_script, may_hold, parse, refine, spans,
    with_clock,
};

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A Saturday.
fn with_now() -> TimeContext {
    TimeContext {
        now: Some(moment("2026-10-03T12:00:30+08:00")),
        ..TimeContext::default()
    }
}

fn with_hint() -> TimeContext {
    TimeContext {
        date_hint: NaiveDate::from_ymd_opt(2025, 1, 1),
        ..TimeContext::default()
    }
}

/// `2024-05-10T06:58:00+08:00 minute raw`; a day as `2024-05-10 day raw` where the zone is +08:00.
fn shown(time: &Time) -> String {
    let value = time.value.to_rfc3339();
    let value = value.strip_suffix("T00:00:00+08:00").unwrap_or(&value);
    let value = value.strip_suffix("+08:00").unwrap_or(value);
    format!("{value} {} {}", time.precision, time.raw)
}

fn shown_or_none(time: Option<Time>) -> String {
    time.as_ref().map_or("none".into(), shown)
}

/// Rows `input | expected`, where ␣ stands for a space that counts. All wrong rows are told at once.
fn check(table: &str, least: usize, read: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.lines().filter(|row| !row.trim().is_empty()) {
        let (input, expected) = row.rsplit_once(" => ").unwrap();
        let input = input.trim().replace("\\t", "\t").replace("\\n", "\n");
        let expected = expected.trim().replace("\\t", "\t").replace("\\n", "\n");
        rows += 1;
        let got = read(&input);
        if got != expected {
            wrong.push(format!(
                "{input}\n   expected {expected}\n   got      {got}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows >= least, "only {rows} rows");
}

/// Read by `find` with no context at all.
const FOUND: &str = "
2024年05月10日 06:58 => 2024-05-10T06:58:00 minute 2024年05月10日 06:58
2024年05月10日06:58 => 2024-05-10T06:58:00 minute 2024年05月10日06:58
发布时间：2024年5月1日 => 2024-05-01 day 2024年5月1日
2024年05月10日 06:58:12　来源：橙橘网 => 2024-05-10T06:58:12 second 2024年05月10日 06:58:12
2024 年 5 月 10 日 6:58 => 2024-05-10T06:58:00 minute 2024 年 5 月 10 日 6:58
2024年05月10日 06时58分12秒 => 2024-05-10T06:58:12 second 2024年05月10日 06时58分12秒
2024年5月10日6時58分 => 2024-05-10T06:58:00 minute 2024年5月10日6時58分
2024年5月10日 9点05分 来源 => 2024-05-10T09:05:00 minute 2024年5月10日 9点05分
2024年5月10日上午九点半 => 2024-05-10T09:30:00 minute 2024年5月10日上午九点半
2024年5月10号 10:00 => 2024-05-10T10:00:00 minute 2024年5月10号 10:00
更新时间:2023-11-18 10:06:20作者:张三 => 2023-11-18T10:06:20 second 2023-11-18 10:06:20
2019-9-7 21:30:50 => 2019-09-07T21:30:50 second 2019-9-7 21:30:50
2024/5/13 9:16:04 => 2024-05-13T09:16:04 second 2024/5/13 9:16:04
2024.05.13 09:16 => 2024-05-13T09:16:00 minute 2024.05.13 09:16
2026.10.01 => 2026-10-01 day 2026.10.01
2024-05-13 9:5 => 2024-05-13T09:05:00 minute 2024-05-13 9:5
二〇二四年五月十日 => 2024-05-10 day 二〇二四年五月十日
二 〇 二 四 年五月十日 => 2024-05-10 day 二 〇 二 四 年五月十日
贰零贰肆年五月十日 => 2024-05-10 day 贰零贰肆年五月十日
10 五月 2024 => 2024-05-10 day 10 五月 2024
十 五月 2024 => 2024-05-10 day 十 五月 2024
10 5月, 2024 => 2024-05-10 day 10 5月, 2024
5月 10, 2024 => 2024-05-10 day 5月 10, 2024
05/10 2024 => 2024-05-10 day 05/10 2024
2024-05-10 25:00 来源 => 2024-05-10 day 2024-05-10
2024-05-10 24:00 => 2024-05-10 day 2024-05-10
二〇二四年五月十日下午三时一刻 => 2024-05-10T15:15:00 minute 二〇二四年五月十日下午三时一刻
五月 10, 2024 => 2024-05-10 day 五月 10, 2024
五月 10th, 2024 => 2024-05-10 day 五月 10th, 2024
共 10 五月 2024人 => none
二○二四年十二月二十五日 星期三 => 2024-12-25 day 二○二四年十二月二十五日
二零二四年十月卅一日 => 2024-10-31 day 二零二四年十月卅一日
2026年十月03日 => 2026-10-03 day 2026年十月03日
2024年5月22日週三 上午8:21 => 2024-05-22T08:21:00 minute 2024年5月22日週三 上午8:21
2025年11月29日 星期六　6:41AM => 2025-11-29T06:41:00 minute 2025年11月29日 星期六　6:41AM
2025年11月29日（星期六）下午 6:41 => 2025-11-29T18:41:00 minute 2025年11月29日（星期六）下午 6:41
2025-11-29 (六) 18:41 => 2025-11-29T18:41:00 minute 2025-11-29 (六) 18:41
2024/5/13 下午 12:30 => 2024-05-13T12:30:00 minute 2024/5/13 下午 12:30
2024/5/13 上午 12:30 => 2024-05-13T00:30:00 minute 2024/5/13 上午 12:30
2024/5/13 凌晨1:30 => 2024-05-13T01:30:00 minute 2024/5/13 凌晨1:30
2024/5/13 中午1:05 => 2024-05-13T13:05:00 minute 2024/5/13 中午1:05
2024/5/13 晚上 8:20 => 2024-05-13T20:20:00 minute 2024/5/13 晚上 8:20
2024/5/13 下午 14:20 => 2024-05-13T14:20:00 minute 2024/5/13 下午 14:20
2024-05-13 08:21 PM => 2024-05-13T20:21:00 minute 2024-05-13 08:21 PM
2024-05-13 PM 08:21 => 2024-05-13T20:21:00 minute 2024-05-13 PM 08:21
2024-05-13 8:21 p.m. => 2024-05-13T20:21:00 minute 2024-05-13 8:21 p.m.
2019-11-25T18:57:38+08:00 => 2019-11-25T18:57:38 second 2019-11-25T18:57:38+08:00
2019-11-25T18:57:38+0800 => 2019-11-25T18:57:38 second 2019-11-25T18:57:38+0800
2019-11-25T18:57+09:00 => 2019-11-25T18:57:00+09:00 minute 2019-11-25T18:57+09:00
2019-11-25T18:57:38.000Z => 2019-11-25T18:57:38+00:00 second 2019-11-25T18:57:38.000Z
2019-11-25T18:57:38-05:00 => 2019-11-25T18:57:38-05:00 second 2019-11-25T18:57:38-05:00
2019-11-25 18:57:38 +0100 => 2019-11-25T18:57:38+01:00 second 2019-11-25 18:57:38 +0100
2024-05-13T09:16:04 => 2024-05-13T09:16:04 second 2024-05-13T09:16:04
2024-05-13-13:48:00 => 2024-05-13T13:48:00 second 2024-05-13-13:48:00
2024-05-13-09-16-00 => 2024-05-13T09:16:00 second 2024-05-13-09-16-00
2024-05-13 09:00-11:00 => 2024-05-13T09:00:00 minute 2024-05-13 09:00
2024 | 05/09 | 22:27:02 => 2024-05-09T22:27:02 second 2024 | 05/09 | 22:27:02
2024 05/09 22:27:02 => 2024-05-09T22:27:02 second 2024 05/09 22:27:02
2024 年 05/09 => 2024-05-09 day 2024 年 05/09
2024 - 05 - 10 => 2024-05-10 day 2024 - 05 - 10
20 05 2024 09:47:48 => 2024-05-20T09:47:48 second 20 05 2024 09:47:48
06-10-2026 => 2026-10-06 day 06-10-2026
日期：06/10/2026 07:00 => 2026-10-06T07:00:00 minute 06/10/2026 07:00
10/25/2026 => 2026-10-25 day 10/25/2026
Sat Oct 03 07:23:11 HKT 2026 => 2026-10-03T07:23:11 second Sat Oct 03 07:23:11 HKT 2026
Sat Oct 03 2026 07:23:11 GMT+0800 (中国标准时间) => 2026-10-03T07:23:11 second Sat Oct 03 2026 07:23:11 GMT+0800
Mon, 13 May 2024 09:16:04 +0800 => 2024-05-13T09:16:04 second Mon, 13 May 2024 09:16:04 +0800
Mon, 13 May 2024 01:16:04 GMT => 2024-05-13T01:16:04+00:00 second Mon, 13 May 2024 01:16:04 GMT
October 3, 2026 7:23 AM => 2026-10-03T07:23:00 minute October 3, 2026 7:23 AM
04:24 2025-11-29 HKT => 2025-11-29T04:24:00 minute 04:24 2025-11-29 HKT
2025-11-28 HKT 05:14 => 2025-11-28T05:14:00 minute 2025-11-28 HKT 05:14
2025-11-28 05:14 JST => 2025-11-28T05:14:00+09:00 minute 2025-11-28 05:14 JST
2024-05-13 02:05 ET => 2024-05-13T02:05:00-04:00 minute 2024-05-13 02:05 ET
2024-01-13 02:05 (PT) => 2024-01-13T02:05:00-08:00 minute 2024-01-13 02:05 (PT)
2025-11-28 05:14 (HKT) => 2025-11-28T05:14:00 minute 2025-11-28 05:14 (HKT)
2025-11-28 05:14（北京时间） => 2025-11-28T05:14:00 minute 2025-11-28 05:14（北京时间）
2025-11-28 05:14 UTC+8 => 2025-11-28T05:14:00 minute 2025-11-28 05:14 UTC+8
（2024年05月10日 04版） => 2024-05-10 day 2024年05月10日
《橙橘日报》（2024年05月10日 第 04 版） => 2024-05-10 day 2024年05月10日
民國115年10月8日 => 2026-10-08 day 民國115年10月8日
中華民國 115 年 10 月 8 日 10:05 => 2026-10-08T10:05:00 minute 民國 115 年 10 月 8 日 10:05
民國一百一十五年十月八日 => 2026-10-08 day 民國一百一十五年十月八日
115年10月8日 => 2026-10-08 day 115年10月8日
發布日期：115/10/08 => 2026-10-08 day 115/10/08
20261002194600 => 2026-10-02T19:46:00 second 20261002194600
202511280514 => 2025-11-28T05:14:00 minute 202511280514
时间 20241108 19:46 => 2024-11-08T19:46:00 minute 20241108 19:46
20241108T194600Z => 2024-11-08T19:46:00+00:00 second 20241108T194600Z
20241108 => 2024-11-08 day 20241108
２０２４年５月１０日　０６：５８ => 2024-05-10T06:58:00 minute ２０２４年５月１０日　０６：５８
2024－05－10\\t06∶58 => 2024-05-10T06:58:00 minute 2024－05－10\\t06∶58
2024年5月10日\\n      06:58 => 2024-05-10T06:58:00 minute 2024年5月10日\\n      06:58
日期：2024-05-10 时间：06:58 => 2024-05-10T06:58:00 minute 2024-05-10 时间：06:58
2024-05-10，06:58 => 2024-05-10T06:58:00 minute 2024-05-10，06:58
张三 2024-05-10 06:58发布于本地 => 2024-05-10T06:58:00 minute 2024-05-10 06:58
24年5月10日 => 2024-05-10 day 24年5月10日
24-05-10 06:58 => 2024-05-10T06:58:00 minute 24-05-10 06:58
橙橘网5月9日讯 2024-05-10 06:58 => 2024-05-10T06:58:00 minute 2024-05-10 06:58
2024-05-10 阅读 1234 评论 05-11 => 2024-05-10 day 2024-05-10
";

const NOT_FOUND: &str = "
2024-13-10
2023年2月30日
2023年2月29日
1945年8月15日
2101-01-01
05-13 09:16
5月13日
昨天 10:23
3小时前
010-12345678
400-123-4567
13800138000
192.168.10.12
v2024.5.10
2024.05.10.3
1.2.3
比分 3-2
10-08
2019-2020
2019—2020年度
Copyright © 2000-2019 橙橘网
京ICP备12010138号-10
电话：20241108
编号：202405101234
1715295480
1715295480000
1130513
￥5.10
2024年5月
2024-05
农历八月十五日
第20240510期
AP20240510
时长 04:24
2018年1.1%
2019年3-5级
a.example/news/2018-05/03/content.htm
9月底
24小时热文
三点建议
2024-05-101
x=2024/05/10/1234
";

/// With the reference time.
const NOW: &str = "
刚刚 => 2026-10-03T12:00:00 minute 刚刚
剛剛 => 2026-10-03T12:00:00 minute 剛剛
1分钟前 => 2026-10-03T11:59:00 minute 1分钟前
5 分鐘前 => 2026-10-03T11:55:00 minute 5 分鐘前
橙橘网 3小时前 => 2026-10-03T09:00:00 minute 3小时前
3小時前發布 => 2026-10-03T09:00:00 minute 3小時前
两个小时前 => 2026-10-03T10:00:00 minute 两个小时前
半小时前 => 2026-10-03T11:30:00 minute 半小时前
2天前 => 2026-10-01 day 2天前
1周前 => 2026-09-26 day 1周前
3个月前 => 2026-07-03 day 3个月前
昨天 10:23 => 2026-10-02T10:23:00 minute 昨天 10:23
发布于昨天10:23 => 2026-10-02T10:23:00 minute 昨天10:23
今天 下午1:23 => 2026-10-03T13:23:00 minute 今天 下午1:23
昨日 => 2026-10-02 day 昨日
前天 来自橙橘网 => 2026-10-01 day 前天
周三 => 2026-09-30 day 周三
星期六 10:23 => 2026-10-03T10:23:00 minute 星期六 10:23
05-13 09:16 => 2026-05-13T09:16:00 minute 05-13 09:16
12-25 09:16 => 2025-12-25T09:16:00 minute 12-25 09:16
10-04 09:16 => 2026-10-04T09:16:00 minute 10-04 09:16
发布时间：10-08 => 2025-10-08 day 10-08
[05-13] => 2026-05-13 day 05-13
5月13日 => 2026-05-13 day 5月13日
十二月二十五日 => 2025-12-25 day 十二月二十五日
2月29日 => 2024-02-29 day 2月29日
今年5月13日 => 2026-05-13 day 今年5月13日
去年5月13日 09:16 => 2025-05-13T09:16:00 minute 去年5月13日 09:16
6/12 10:23 => 2026-06-12T10:23:00 minute 6/12 10:23
星期六 2024年5月11日 => 2024-05-11 day 2024年5月11日
今天 2024-05-11 10:00 => 2024-05-11T10:00:00 minute 2024-05-11 10:00
来源：今日头条 => none
昨天的雨 => none
昨天，张三说 => none
今天（10月3日） => 2026-10-03 day 10月3日
十年前，那里是湖 => none
每年5月13日 => none
2月30日 => none
比分 10-08 => none
3-2 => none
湖人 10-08 胜 => none
1-5月10日 => none
5月8-10日 => none
打9折 3/4 => none
2023年2月29日 => none
";

#[test]
fn found_without_context() {
    let none = TimeContext::default();
    check(FOUND, 80, |text| shown_or_none(find(text, &none)));
}

#[test]
fn numbers_that_are_no_times() {
    let none = TimeContext::default();
    for text in NOT_FOUND.lines().filter(|line| !line.is_empty()) {
        assert_eq!(shown_or_none(find(text, &none)), "none", "{text}");
    }
}

#[test]
fn found_from_now() {
    let now = with_now();
    check(NOW, 40, |text| shown_or_none(find(text, &now)));
}

#[test]
fn year_from_the_hint() {
    let table = "
        12-31 09:16 => 2024-12-31T09:16:00 minute 12-31 09:16
        1月2日 => 2025-01-02 day 1月2日
        02/01/2025 => 2025-01-02 day 02/01/2025
        01/01/2025 => 2025-01-01 day 01/01/2025
        2月29日 => 2024-02-29 day 2月29日
    ";
    let mut hint = with_hint();
    check(table, 5, |text| {
        // The day known decides which of the two orders it is.
        hint_for(text, &mut hint.clone())
    });
    hint.now = with_now().now;
    assert_eq!(
        shown_or_none(find("05-13 09:16", &hint)),
        "2025-05-13T09:16:00 minute 05-13 09:16"
    );
}

fn hint_for(text: &str, hint: &mut TimeContext) -> String {
    if text.starts_with("02/01") {
        hint.date_hint = NaiveDate::from_ymd_opt(2025, 1, 2);
    }
    shown_or_none(find(text, hint))
}

#[test]
fn parsed_values() {
    let table = "
        1715295480 => 2024-05-10T06:58:00 second 1715295480
        1715295480000 => 2024-05-10T06:58:00 second 1715295480000
        /Date(1715295480000)/ => 2024-05-10T06:58:00 second 1715295480000
        1130513 => 2024-05-13 day 1130513
        115-10-8 => 2026-10-08 day 115-10-8
        20240510065800 => 2024-05-10T06:58:00 second 20240510065800
        20240510065800123 => 2024-05-10T06:58:00 second 20240510065800123
        20 05 2024 => 2024-05-20 day 20 05 2024
        2024-05-10T06:58:00 08:00 => 2024-05-10T06:58:00 second 2024-05-10T06:58:00 08:00
        发布时间：2024-05-10 06:58 => 2024-05-10T06:58:00 minute 2024-05-10 06:58
        Published on: 2024-05-10 => 2024-05-10 day 2024-05-10
        ［2024年5月10日］星期五 => 2024-05-10 day 2024年5月10日
        2024-05-10 06:58 来自橙橘网 => 2024-05-10T06:58:00 minute 2024-05-10 06:58
        2024-05-10 06:58发布 2024-05-10 09:30更新 => 2024-05-10T06:58:00 minute 2024-05-10 06:58
        2024年5月10日城东公园开放 => none
        张三 2024-05-10 => none
        2024-05-10 123456 => none
        城东公园 => none
        17152954801 => none
        9999999999 => none
        12345678 => none
        1.2.3 => none
        2019-2020 => none
    ";
    let none = TimeContext::default();
    check(table, 20, |text| shown_or_none(parse(text, &none)));
}

#[test]
fn several_in_one_line() {
    let table = "
        出版：2026/10/03 10:43 (10/03 15:42更新) => 2026-10-03T10:43:00 minute 2026/10/03 10:43; 2026-10-03T15:42:00 minute 10/03 15:42
        11月27日(四) 20:53更新 20:11建立 => 2025-11-27T20:53:00 minute 11月27日(四) 20:53; 2025-11-27T20:11:00 minute 20:11
        发布 2024-05-10 06:58　更新 2024-05-11 => 2024-05-10T06:58:00 minute 2024-05-10 06:58; 2024-05-11 day 2024-05-11
        2019-2020 =>
        2019-2020年 3-2 1.2.3 =>
        2024年5月10日 星期五 => 2024-05-10 day 2024年5月10日
        2024-05-10 06:58 3小时前 => 2024-05-10T06:58:00 minute 2024-05-10 06:58; 2026-10-03T09:00:00 minute 3小时前
        2026-10-02 08:00 12:30 => 2026-10-02T08:00:00 minute 2026-10-02 08:00
    "
    .replace("=>\n", "=> \n");
    let now = with_now();
    check(&table, 8, |text| {
        let all = find_all(text, &now);
        for (range, time) in &all {
            assert_eq!(text.get(range.clone()), Some(time.raw.as_str()));
        }
        let all: Vec<_> = all.iter().map(|(_, time)| shown(time)).collect();
        all.join("; ")
    });
}

#[test]
fn zone_of_the_site() {
    let paris = TimeContext {
        zone: FixedOffset::east_opt(3600),
        ..TimeContext::default()
    };
    let read = |text| find(text, &paris).unwrap().value.to_rfc3339();
    assert_eq!(read("2024-01-10 06:58"), "2024-01-10T06:58:00+01:00");
    assert_eq!(read("2024-01-10 06:58 HKT"), "2024-01-10T06:58:00+08:00");
    assert_eq!(
        read("北京时间2024-01-10 06:58"),
        "2024-01-10T06:58:00+08:00"
    );
}

#[test]
fn false_utc_and_refinement() {
    let none = TimeContext::default();
    let read = |text| find(text, &none).unwrap();
    let z = as_local(&read("2024-05-10T06:58:00Z"));
    assert_eq!(z.value, moment("2024-05-10T06:58:00+08:00"));
    let jst = read("2024-05-10T06:58:00+09:00");
    assert_eq!(as_local(&jst), jst);

    let day = read("2024年5月10日");
    let exact = refine(&day, &read("2024-05-09T23:30:00Z")).unwrap();
    assert_eq!(exact.value.to_rfc3339(), "2024-05-10T07:30:00+08:00");
    assert_eq!(exact.precision, Precision::Second);
    assert_eq!(refine(&day, &read("2024-05-11 00:30")), None);
    assert_eq!(refine(&day, &read("2024-05-10")), None);
    assert_eq!(refine(&jst, &read("2024-05-10 06:00")), None);
}

#[test]
fn clock_apart_from_its_day() {
    let table = "
        17:52 => 2024-05-10T17:52:00 minute 2024年5月10日 17:52
        【17:52】 => 2024-05-10T17:52:00 minute 2024年5月10日 17:52
        城东公园今起开放（二）(14:05) => 2024-05-10T14:05:00 minute 2024年5月10日 14:05
        城东公园今起开放 （下午 2:05） => 2024-05-10T14:05:00 minute 2024年5月10日 下午 2:05
        城东公园14:05开放 => none
        城东公园今起开放 (25:05) => none
        城东公园今起开放 => none
    ";
    let day = find("2024年5月10日", &TimeContext::default()).unwrap();
    check(table, 7, |text| shown_or_none(with_clock(&day, text)));
    let exact = with_clock(&day, "17:52").unwrap();
    assert_eq!(with_clock(&exact, "18:52"), None);
}

#[test]
fn days_in_urls() {
    let table = "
        https://a.example/2024-05-13/123.html => 2024-05-13
        https://a.example/2024/0513/123.html => 2024-05-13
        https://a.example/a/2024/5/3/x => 2024-05-03
        https://a.example/20240513/9.shtml => 2024-05-13
        https://a.example/yw/202405/t20240513_123.html => 2024-05-13
        https://a.example/n1/2024/0513/c1001-123.html => 2024-05-13
        https://a.example/html/2024-05/13/content_1.htm => 2024-05-13
        https://a.example/html/202405/13/1.htm => 2024-05-13
        https://a.example/nw.D110000_20240510_1-04.htm => 2024-05-10
        https://a.example/19/0907/13/EOF0.html => 2019-09-07
        https://a.example/news/202302210388.aspx => 2023-02-21
        https://a.example/m/190510072112416.html => 2019-05-10
        /c/2024-05-13/doc-i.shtml => 2024-05-13
        //a.example/2024_05_13.html => 2024-05-13
        https://a.example/%20240513/x => none
        https://a.example/%E5%85%AC/20240513/x => 2024-05-13
        https://20240513.example/news => none
        https://a.example/news?id=20240513 => none
        https://a.example/content_3139.html => none
        https://a.example/2024/1313/1.html => none
        https://a.example/19/0907/x.html => none
        https://a.example/3055909 => none
        https://a.example/2019-2020/a.html => none
        https://a.example/19781232.html => none
    ";
    check(table, 20, |url| {
        date_in_url(url).map_or("none".into(), |date| date.to_string())
    });
}

/// Texts made of pieces of times, cut and joined anywhere: none may make it panic, and what is read stands in the text.
#[test]
fn any_text_is_survived() {
    const PIECES: &[&str] = &[
        "2024",
        "05",
        "10",
        "1",
        "年",
        "月",
        "日",
        "-",
        "/",
        ".",
        ":",
        "：",
        " ",
        "\u{3000}",
        "T",
        "Z",
        "+08:00",
        "(四)",
        "星期",
        "六",
        "上午",
        "下午",
        "12",
        "30",
        "前",
        "小时",
        "昨天",
        "刚刚",
        "民國",
        "115",
        "二〇二四",
        "十",
        "Oct",
        "Sat",
        "HKT",
        "20240510",
        "20240510065800",
        "|",
        "更新",
        "９",
        "９９",
        "\u{200e}",
        "廿",
        "百",
        "AM",
        "周",
        "99999999999999999999",
        "é",
        "😀",
        "今年",
        "去年",
        "1715295480",
        "，",
        "（",
        "）",
        "分",
        "秒",
        "时",
        "点",
        "半",
        "-09-16-00",
    ];
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % 1_000_003).unwrap() % below
    };
    let day = find("2024年5月10日", &TimeContext::default()).unwrap();
    let contexts = [TimeContext::default(), with_now(), with_hint()];
    let rows: Vec<&str> = FOUND.lines().chain(NOW.lines()).collect();
    let mut read = 0;
    for round in 0..60_000 {
        let mut text = String::new();
        if round % 2 == 0 {
            for _ in 0..random(14) {
                text.push_str(PIECES[random(PIECES.len())]);
            }
        } else {
            // A good row with one character lost or changed.
            let row: Vec<char> = rows[random(rows.len())].chars().collect();
            let at = random(row.len() + 1);
            text.extend(row.iter().take(at));
            if random(2) == 0 {
                text.push_str(PIECES[random(PIECES.len())]);
            }
            text.extend(row.iter().skip(at + random(2)));
        }
        for context in &contexts {
            let mut last = 0;
            let places = spans(&text);
            if !may_hold(&text) {
                let times = Scan::new(&text, context, false).run(usize::MAX);
                assert!(times.is_empty() && places.is_empty(), "{text}");
            }
            for (range, time) in find_all(&text, context) {
                let stands =
                    |place: &Range<usize>| place.start < range.end && range.start < place.end;
                // 周六 alone is a name as often.
                let name = text.starts_with(['周', '週']) && time.precision == Precision::Day;
                assert!(
                    name || places.iter().any(stands),
                    "{text}: {time:?}, {places:?}"
                );
                assert_eq!(text.get(range.clone()), Some(time.raw.as_str()), "{text}");
                assert!(range.start >= last && !range.is_empty(), "{text}");
                last = range.end;
                read += 1;
            }
            for time in [find(&text, context), parse(&text, context)]
                .into_iter()
                .flatten()
            {
                assert!(!time.raw.is_empty() && text.contains(&time.raw), "{text}");
            }
        }
        date_in_url(&text);
        with_clock(&day, &text);
        let walk = Scan::new(&text, &contexts[1], false).spans(usize::MAX);
        assert!(may_hold(&text) || walk.is_empty(), "{text}");
    }
    assert!(read > 10_000, "only {read} times were read");
}

/// Time grows with the text and no faster, whatever it repeats.
#[test]
fn long_texts_take_linear_time() {
    let now = with_now();
    for piece in [
        "2024-",
        "10:",
        "二",
        " 1",
        "2024年",
        "昨天",
        "1/",
        "周",
        "+",
        "\u{200e}9",
    ] {
        let text = piece.repeat(200_000);
        let start = std::time::Instant::now();
        find_all(&text, &now);
        date_in_url(&text);
        assert!(start.elapsed().as_secs() < 5, "{piece}");
    }
}

/// One detector: what stands where, whole times and parts of them, in any context.
#[test]
fn where_times_stand() {
    for (text, expected) in [
        ("橙橘网 2024-05-10 06:58 张三", &["2024-05-10 06:58"][..]),
        ("作者：张三 二〇二四年五月十日", &["二〇二四年五月十日"]),
        ("张三 五月十日", &["五月十日"]),
        (
            "2024年05月10日 星期五 06:58 橙橘网",
            &["2024年05月10日 星期五 06:58"],
        ),
        ("橙橘网 昨天 06:58", &["昨天 06:58"]),
        ("张三 3小时前", &["3小时前"]),
        ("06:58 时代周报", &["06:58"]),
        ("05-10 06:58 橙橘网", &["05-10 06:58"]),
        ("橙橘网 05-10", &["05-10"]),
        ("新华社北京5月9日电", &["5月9日"]),
        ("橙橘网9日讯", &["9日"]),
        ("张三 2024年5月", &["2024年5月"]),
        ("张三 2024-05", &["2024-05"]),
        ("橙橘日报 2024年 报纸", &["2024年"]),
        ("2024年城东公园开放", &[]),
        ("10.5.2024 橙橘网", &["10.5.2024"]),
        ("1945年8月15日 张三", &["1945年8月15日"]),
        (
            "2024-05-10 06:58 更新 09:30",
            &["2024-05-10 06:58", "09:30"],
        ),
        ("橙橘24小时", &[]),
        ("周三丰", &[]),
        ("周六", &[]),
        ("原创 张三 橙橘社 昨天", &["昨天"]),
        ("张三、李四", &[]),
        ("橙橘网2号楼", &[]),
        ("3-2-1", &[]),
        ("PN021", &[]),
    ] {
        let found: Vec<&str> = spans(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{text}");
        let first = spans::first(text).map(|span| &text[span]);
        assert_eq!(first, expected.first().copied(), "{text}");
        let start = expected.first().filter(|first| text.starts_with(**first));
        assert_eq!(
            spans::at_start(text),
            start.map(|first| first.len()),
            "{text}"
        );
    }
}

#[test]
fn names_of_publication_in_scripts() {
    for (script, expected) in [
        (
            "var ct = \"1715295480\";",
            Some("2024-05-10T06:58:00+08:00"),
        ),
        (
            "ejValue['publishDateTime']=\"2024-05-10 06:58:12\";",
            Some("2024-05-10T06:58:12+08:00"),
        ),
        (
            "{publish_time: '2024-05-10 06:58:12', id: 1}",
            Some("2024-05-10T06:58:12+08:00"),
        ),
        (
            "{\"pubtime\": \"2024-05-10 06:58:12\"}",
            Some("2024-05-10T06:58:12+08:00"),
        ),
        ("e.getElementById(\"publish_time\"),", None),
        ("var republished = \"2024-05-10\"", None),
        ("var act = \"1715295480\"", None),
        ("publish_time", None),
    ] {
        let times = in_script(script, &TimeContext::default());
        let first = times.first().map(|time| time.value.to_rfc3339());
        assert_eq!(first.as_deref(), expected, "{script}");
    }
}
