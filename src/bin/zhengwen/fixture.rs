//! `zhengwen fixture`: a test page made of a saved one. Markup, classes and charset stay; words are exchanged for invented ones of the same
//! kind and length, scripts without data and long lists are cut. Whether it still reads the same is looked at here, and told.

use std::collections::HashMap;
use std::io::{self, Write as _};

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{ElementRef, Html, HtmlTreeSink, Node};
use zhengwen::{Article, Cut, Field, Input, Limits, Noise, Origin, Parser, Removal, Trace, decode};

use crate::args::Fixture;
use crate::report::frame::VOID;
use crate::status::Status;
use crate::{complain, input, show, unpack};

/// Words that stay: labels, roles, controls and what else pages are told apart by. Longer ones first where one begins another.
const KEPT: &[&str] = &[
    "责任编辑",
    "責任編輯",
    "值班编辑",
    "实习编辑",
    "新媒体编辑",
    "文章来源",
    "稿件来源",
    "信息来源",
    "图片来源",
    "新闻来源",
    "来源于",
    "本文来源",
    "发布时间",
    "发表时间",
    "發佈時間",
    "發布時間",
    "更新时间",
    "更新時間",
    "最后更新",
    "最後更新",
    "发稿时间",
    "原标题",
    "原標題",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "你现在的位置",
    "相关阅读",
    "相关新闻",
    "相關新聞",
    "相关报道",
    "相关文章",
    "相關文章",
    "相关推荐",
    "推荐阅读",
    "推薦閱讀",
    "延伸阅读",
    "延伸閱讀",
    "热门文章",
    "热门新闻",
    "熱門新聞",
    "热点新闻",
    "最新新闻",
    "最新消息",
    "最新文章",
    "猜你喜欢",
    "为您推荐",
    "精彩推荐",
    "编辑推荐",
    "点击排行",
    "阅读排行",
    "热门推荐",
    "上一篇",
    "下一篇",
    "上一页",
    "下一页",
    "下一頁",
    "余下全文",
    "展开全文",
    "阅读全文",
    "订阅后",
    "登录后",
    "会员",
    "分享到",
    "分享至",
    "关键词",
    "關鍵字",
    "关键字",
    "核心提示",
    "内容摘要",
    "摘要",
    "导读",
    "通讯员",
    "通訊員",
    "实习记者",
    "见习记者",
    "本报记者",
    "特约记者",
    "实习生",
    "记者",
    "記者",
    "编辑",
    "編輯",
    "责编",
    "責編",
    "作者",
    "来源",
    "來源",
    "撰文",
    "撰稿",
    "供稿",
    "摄影",
    "攝影",
    "摄",
    "攝",
    "供图",
    "供圖",
    "图片",
    "图为",
    "圖為",
    "校对",
    "校對",
    "审核",
    "审校",
    "监制",
    "策划",
    "主编",
    "翻译",
    "翻譯",
    "编译",
    "編譯",
    "综合报道",
    "綜合報導",
    "报道",
    "報導",
    "日电",
    "日讯",
    "首页",
    "首頁",
    "主页",
    "正文",
    "标签",
    "標籤",
    "标题",
    "時間",
    "时间",
    "日期",
    "点击",
    "阅读",
    "浏览",
    "评论",
    "收藏",
    "点赞",
    "打印",
    "字号",
    "字体",
    "大中小",
    "扫一扫",
    "扫码",
    "微信",
    "微博",
    "朋友圈",
    "二维码",
    "客户端",
    "下载",
    "版权所有",
    "版权声明",
    "免责声明",
    "未经授权",
    "转载",
    "声明",
    "举报",
    "责任",
    "返回",
    "更多",
    "全文",
    "图集",
    "视频",
    "直播",
    "专题",
    "年",
    "月",
    "日",
    "时",
    "分",
    "秒",
    "今天",
    "昨天",
    "前天",
    "小时前",
    "分钟前",
    "星期",
    "上午",
    "下午",
    "凌晨",
    "晚上",
    "本报",
    "本网",
    "本社",
];

/// What words become: cut and joined to the length wanted.
const STOCK: &[&str] = &[
    "城东公园今天上午正式向市民开放园内步道湖区和儿童乐园同时启用",
    "公园占地三十公顷前身是一片旧厂房改造历时三年保留了两座水塔和一段铁轨",
    "园长说下一步还要把湖区和城北的河道连起来届时可以乘船游览",
    "图书馆夜场周五开放读者可以在天台上看星星也可以听讲座",
    "地铁六号线试运行首班车早上六点发车沿途共设十八座车站",
    "北岭林场的护林员每天要走两万步他们熟悉山里的每一条小路",
    "菜市场搬进新大楼摊位多了一倍停车也比从前方便许多",
    "河边的老槐树开花了附近的居民傍晚都来这里散步乘凉",
    "学校食堂换了菜单孩子们最喜欢的是番茄鸡蛋面和蒸南瓜",
    "修表铺的师傅在街角坐了四十年能听出一块表走得准不准",
];

/// Names by the length of those they stand for.
const NAMES: &[&[&str]] = &[
    &["张三", "李四", "王五", "赵六", "陈七"],
    &["王小明", "李小满", "张大伟", "陈小雨", "周小川"],
    &["欧阳小明", "司马小雨"],
];

/// Endings that tell an outlet's kind.
const OUTLETS: &[&str] = &[
    "新闻网",
    "日报",
    "晚报",
    "早报",
    "晨报",
    "时报",
    "周刊",
    "杂志",
    "电视台",
    "广播",
    "通讯社",
    "通訊社",
    "客户端",
    "在线",
    "新闻",
    "新聞",
    "日報",
    "晚報",
    "網",
    "网",
    "报",
    "報",
    "社",
    "台",
    "号",
];

/// Characters of a line that pages say of themselves; a longer one may be anything.
const LINE: usize = 30;

/// Items that are kept of a list of links.
const ITEMS: usize = 3;

/// Makes the fixture and tells whether it reads as the page did.
pub fn run(args: &Fixture) -> Status {
    let parser = match args.reading.parser() {
        Ok(parser) => parser,
        Err(why) => {
            complain(&format!("zhengwen：{why}\n"));
            return Status::Misuse;
        }
    };
    match make(args, &parser) {
        Ok((bytes, differences)) => {
            let mut out = io::stdout().lock();
            if out.write_all(&bytes).and_then(|()| out.flush()).is_err() {
                return Status::Stopped;
            }
            if differences.is_empty() {
                complain("读出的结构与原来的页面相同；仍请通读一遍，确认没有留下真实的文字\n");
                return Status::Whole;
            }
            complain(&format!(
                "读出的结构与原来的页面不同：\n  {}\n",
                differences.join("\n  ")
            ));
            Status::Damaged
        }
        Err(why) => {
            complain(&format!("{}：{why}\n", input::name(&args.file)));
            Status::Damaged
        }
    }
}

fn make(args: &Fixture, parser: &Parser) -> Result<(Vec<u8>, Vec<String>), String> {
    let most = Limits::default().bytes;
    let page = unpack::page(input::bytes(&args.file, most)?, most)?;
    let url = args
        .url
        .clone()
        .or_else(|| input::url_beside(&args.file))
        .or(page.url);
    let read = |bytes: &[u8]| {
        let input = Input::bytes(bytes)
            .url(url.as_deref())
            .content_type(page.charset.as_deref());
        parser.read_traced(input).map_err(|e| show::explain(&e))
    };
    let (article, trace) = read(&page.bytes)?;
    let source = decode(&page.bytes, page.charset.as_deref());
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let tree = parse_document(HtmlTreeSink::new(Html::new_document()), opts).one(&*source.text);
    let mut words = Words::new(&article, &trace);
    words.learn(&tree);
    let html = write(&tree, &mut words);
    let encoding =
        encoding_rs::Encoding::for_label(source.charset.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    let bytes = encoding.encode(&html).0.into_owned();
    let (again, told) = read(&bytes)?;
    Ok((bytes, differences((&article, &trace), (&again, &told))))
}

/// What two readings have, and where each field came from.
fn differences(before: (&Article, &Trace), after: (&Article, &Trace)) -> Vec<String> {
    let origin = |trace: &Trace, field: Field| {
        let record = trace.fields.iter().find(|record| record.field == field)?;
        record.winner.as_ref().map(|won| won.origin.to_string())
    };
    let mut out = Vec::new();
    for &field in Field::ALL {
        let had = [
            before.0.field(field).is_some(),
            after.0.field(field).is_some(),
        ];
        let from = [origin(before.1, field), origin(after.1, field)];
        if had[0] != had[1] {
            let now = if had[1] { "多出" } else { "没有了" };
            out.push(format!("{} {field}：{now}", field.zh()));
        } else if from[0] != from[1] && !matches!(field, Field::Kind | Field::Related) {
            let [was, is] = from.map(|origin| origin.unwrap_or_else(|| "无".to_string()));
            out.push(format!("{} {field}：由 {was} 变为 {is}", field.zh()));
        }
    }
    if before.0.kind != after.0.kind {
        out.push(format!("类型：由 {} 变为 {}", before.0.kind, after.0.kind));
    }
    let blocks = |article: &Article| -> Vec<_> {
        article
            .body
            .blocks
            .iter()
            .map(std::mem::discriminant)
            .collect()
    };
    if blocks(before.0) != blocks(after.0) {
        let [was, is] = [before.0, after.0].map(|article| article.body.blocks.len());
        out.push(format!("正文：由 {was} 块变为 {is} 块"));
    }
    out
}

/// What is put in place of what.
struct Words {
    /// Words that stay or have a set stand-in, longest first.
    fixed: Vec<(String, String)>,
    /// Runs of characters and what they become.
    runs: HashMap<String, String>,
    /// How far the stock is used.
    next: usize,
}

impl Words {
    fn new(article: &Article, trace: &Trace) -> Self {
        let m = &article.metadata;
        let mut fixed: Vec<(String, String)> = KEPT
            .iter()
            .map(|w| (w.to_string(), w.to_string()))
            .collect();
        let credits = m.credits.iter().flat_map(|credit| &credit.names);
        for name in m.authors.iter().chain(&m.editors).chain(credits) {
            let han = name.chars().filter(|c| is_han(*c)).count();
            let names = NAMES
                .get(han.saturating_sub(2))
                .copied()
                .unwrap_or(NAMES[1]);
            let known = fixed.len();
            if (2..=4).contains(&han) && !fixed.iter().any(|(word, _)| word == name) {
                fixed.push((name.clone(), names[known % names.len()].to_string()));
            }
        }
        // The site is the rule's, and stays; an outlet is exchanged, but for its kind.
        fixed.extend(m.site_name.iter().map(|name| (name.clone(), name.clone())));
        if let Some(source) = &m.source
            && Some(&source.name) != m.site_name.as_ref()
        {
            let kind = OUTLETS
                .iter()
                .find(|end| source.name.ends_with(*end))
                .copied();
            let kind = kind.unwrap_or("网");
            let room = source
                .name
                .chars()
                .count()
                .saturating_sub(kind.chars().count())
                .max(2);
            let stem: String = "橙橘城东北岭".chars().cycle().take(room).collect();
            fixed.push((source.name.clone(), format!("{stem}{kind}")));
        }
        // Labels, and lines that pages say of themselves: told apart by their words.
        let labels = article.related.iter().filter_map(|list| list.label.clone());
        let candidates = trace
            .fields
            .iter()
            .flat_map(|f| f.winner.iter().chain(&f.lost));
        let origins = candidates.filter_map(|candidate| match &candidate.origin {
            Origin::Label(label) => Some(label.clone()),
            _ => None,
        });
        let credits = trace.credits.iter().map(|credit| credit.label.clone());
        let noise = trace.removed.iter().filter(|removed| {
            matches!(removed.reason, Removal::Noise(noise) if !matches!(noise, Noise::EditorLine))
        });
        let noise = noise.flat_map(|removed| removed.text.split('\n').map(String::from));
        for word in labels.chain(origins).chain(credits).chain(noise) {
            if (2..=LINE).contains(&word.chars().count()) && word.chars().any(is_han) {
                fixed.push((word.clone(), word));
            }
        }
        fixed.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        let mut words = Self {
            fixed,
            runs: HashMap::new(),
            next: 0,
        };
        // Who is named in a line of credits is a person there too.
        let lines = trace.removed.iter().filter(|removed| {
            matches!(
                removed.reason,
                Removal::Cut(Cut::CreditLine | Cut::LabelValue | Cut::AboveText)
                    | Removal::Noise(Noise::EditorLine)
            )
        });
        for line in lines {
            for (i, run) in words.split(&line.text).into_iter().flatten().enumerate() {
                let chars = run.chars().count();
                if let Some(names) = chars.checked_sub(2).and_then(|n| NAMES.get(n)) {
                    let name = names[i % names.len()].to_string();
                    words.runs.entry(run).or_insert(name);
                }
            }
        }
        words
    }

    /// Finds stand-ins for all runs of the page, the longest first, so that what repeats a part of another still does.
    fn learn(&mut self, tree: &Html) {
        let mut runs: Vec<String> = Vec::new();
        for node in tree.tree.root().descendants() {
            match node.value() {
                Node::Text(text) => {
                    runs.extend(self.split(text).into_iter().filter_map(|part| part.ok()))
                }
                Node::Element(element) => {
                    for (_, value) in element.attrs() {
                        runs.extend(self.split(value).into_iter().filter_map(|part| part.ok()));
                    }
                }
                _ => {}
            }
        }
        runs.sort_by_key(|run| std::cmp::Reverse(run.chars().count()));
        runs.dedup();
        let mut long: Vec<(String, Vec<char>)> = Vec::new();
        for run in runs {
            if self.runs.contains_key(&run) {
                continue;
            }
            let chars = run.chars().count();
            let within = long.iter().take(400).find_map(|(longer, stand)| {
                let at = longer.find(&run).filter(|_| chars >= 2)?;
                let at = longer[..at].chars().count();
                Some(stand[at..at + chars].iter().collect::<String>())
            });
            let stand = within.unwrap_or_else(|| self.invent(chars));
            if chars >= 4 {
                long.push((run.clone(), stand.chars().collect()));
            }
            self.runs.insert(run, stand);
        }
    }

    fn invent(&mut self, chars: usize) -> String {
        let start = self.next;
        self.next += 1;
        let stock = STOCK
            .iter()
            .cycle()
            .skip(start % STOCK.len())
            .take(STOCK.len());
        // Not from the same place each time: a page says a thing twice only where it did.
        let skip = (start / STOCK.len()) * 2 % 18;
        stock
            .flat_map(|text| text.chars())
            .skip(skip)
            .cycle()
            .take(chars)
            .collect()
    }

    /// A text's runs of Chinese that are to be exchanged (`Ok`), and all between them as it will be (`Err`).
    fn split(&self, text: &str) -> Vec<Result<String, String>> {
        let mut out: Vec<Result<String, String>> = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let fixed = self
                .fixed
                .iter()
                .find(|(word, _)| rest.starts_with(word.as_str()));
            let (taken, part) = match fixed {
                Some((word, stand)) => (word.len(), Err(stand.clone())),
                None if is_han(c) => (c.len_utf8(), Ok(c.to_string())),
                None => (c.len_utf8(), Err(c.to_string())),
            };
            match (out.last_mut(), part) {
                (Some(Ok(run)), Ok(more)) | (Some(Err(run)), Err(more)) => run.push_str(&more),
                (_, part) => out.push(part),
            }
            rest = &rest[taken..];
        }
        out
    }

    fn exchange(&mut self, text: &str) -> String {
        let mut out = String::new();
        for part in self.split(text) {
            match part {
                Err(kept) => out.push_str(&kept),
                Ok(run) => {
                    if !self.runs.contains_key(&run) {
                        let stand = self.invent(run.chars().count());
                        self.runs.insert(run.clone(), stand);
                    }
                    out.push_str(&self.runs[&run]);
                }
            }
        }
        out
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// Whether an element is left out with all that is in it.
fn is_cut(element: ElementRef<'_>) -> bool {
    match element.value().name() {
        "style" => true,
        "link" => element.attr("rel").is_some_and(|rel| {
            rel.contains("stylesheet") || rel.contains("icon") || rel.contains("pre")
        }),
        "script" => {
            let text: String = element.text().collect();
            let kind = element.attr("type").unwrap_or_default();
            // Data: JSON, or a state that has words in it.
            !(kind.contains("json")
                || element.attr("id").is_some() && text.trim_start().starts_with('{')
                || text.contains("__") && text.chars().any(is_han))
        }
        // The fourth item and on of a list of links.
        "li" => {
            let links = |item: ElementRef<'_>| {
                item.descendants()
                    .any(|n| n.value().as_element().is_some_and(|e| e.name() == "a"))
            };
            let before = element.prev_siblings().filter_map(ElementRef::wrap);
            links(element) && before.filter(|item| links(*item)).count() >= ITEMS
        }
        _ => false,
    }
}

fn write(tree: &Html, words: &mut Words) -> String {
    let mut out = String::new();
    let mut skipped: Option<NodeId> = None;
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Doctype(doctype) => out.push_str(&format!("<!DOCTYPE {}>", doctype.name())),
                Node::Text(text) => {
                    let raw = node.parent().and_then(ElementRef::wrap);
                    let raw = raw.is_some_and(|outer| {
                        matches!(
                            outer.value().name(),
                            "script" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext"
                        )
                    });
                    let text = words.exchange(text);
                    match raw {
                        true => out.push_str(&text),
                        false => out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
                    }
                }
                Node::Element(element) => {
                    if ElementRef::wrap(node).is_some_and(is_cut) {
                        skipped = Some(node.id());
                        continue;
                    }
                    out.push('<');
                    out.push_str(element.name());
                    for (name, value) in element.attrs() {
                        if name.starts_with("on") || name == "style" && !value.contains("display") {
                            continue;
                        }
                        let value = match name {
                            "class" | "id" => value.to_string(),
                            _ => words.exchange(value),
                        };
                        let value = value.replace('&', "&amp;").replace('"', "&quot;");
                        out.push_str(&format!(" {name}=\"{value}\""));
                    }
                    out.push('>');
                }
                _ => {}
            },
            Edge::Close(node) => {
                if skipped == Some(node.id()) {
                    skipped = None;
                } else if skipped.is_none()
                    && let Node::Element(element) = node.value()
                    && !VOID.contains(&element.name())
                {
                    out.push_str(&format!("</{}>", element.name()));
                }
            }
            Edge::Open(_) => {}
        }
    }
    // Blank lines that scripts left.
    let lines: Vec<&str> = out
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n") + "\n"
}
