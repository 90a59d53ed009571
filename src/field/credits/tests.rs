//! Writers and outlet of whole pages. What one file decides alone is tested there.

use crate::Article;
use crate::samples::PARAGRAPHS;

/// Around one text: head of the page | info line | head of the body | its end; then the writers and the outlet.
#[test]
fn credits_of_pages() {
    const TIME: &str = "2024-05-10 06:58";
    let ld = |name: &str| {
        format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":{{\"@type\":\"Person\",\"name\":\"{name}\"}}}}</script>"
        )
    };
    let agency = ld("Orange City News Agency");
    let teams = ld("Forum Team and UI Team");
    type Row<'a> = (
        &'a str,
        &'a str,
        &'a str,
        &'a str,
        &'a [&'a str],
        Option<&'a str>,
    );
    let rows: &[Row<'_>] = &[
        // A link tells who wrote what it leads to.
        (
            "",
            "",
            "",
            "<p><a href=/2024/2.html>城西公园明年动工建设 记者：李四</a></p>",
            &[],
            None,
        ),
        // Where it was reported from is no person, nor is a body.
        ("", "记者 张三 北京报道", "", "", &["张三"], None),
        (&agency, "", "", "", &[], None),
        (&teams, "", "", "", &[], None),
        // A pen name or a desk in an element named author; it is not the outlet as well.
        (
            "",
            "<span class=author>南山客</span>",
            "",
            "",
            &["南山客"],
            None,
        ),
        (
            "",
            "<span class=byline>作者 <a rel=author href=/author/ns/>南山客</a></span>",
            "",
            "",
            &["南山客"],
            None,
        ),
        (
            "",
            "<span class=author>即時中心／綜合報導</span>",
            "",
            "",
            &["即時中心"],
            None,
        ),
        (
            "",
            "<i class='fa fa-user'></i> 南山客 <i class='fa fa-clock-o'></i>",
            "",
            "",
            &["南山客"],
            None,
        ),
        (
            "",
            "<span class=author>城东晚报</span>",
            "",
            "",
            &[],
            Some("城东晚报"),
        ),
        (
            "",
            "<span class=author>张三 国际部记者</span>",
            "",
            "",
            &["张三"],
            None,
        ),
        // Who put it on the page comes after who it is from.
        (
            "",
            "发布机构：城东区政府办公室 来源：橙橘网",
            "",
            "",
            &[],
            Some("橙橘网"),
        ),
        ("", "发布者：admin", "", "", &[], None),
        ("", "来源：当前为手机版", "", "", &[], None),
        // The outlet before the reporter, and where people work before their names.
        (
            "",
            "橙橘時報 張三／台北報導",
            "",
            "",
            &["張三"],
            Some("橙橘時報"),
        ),
        (
            "",
            "<span class=source>橙橘新闻Now记者 张三</span>",
            "",
            "",
            &["张三"],
            Some("橙橘新闻Now"),
        ),
        (
            "",
            "<p>城东军区福安总医院 张三 李四</p>",
            "",
            "",
            &["张三", "李四"],
            None,
        ),
        // A platform beside the account.
        (
            "",
            "<a class=author href=/omn/author/51><b>橙眼</b> <span>企鹅号</span></a>",
            "",
            "",
            &["橙眼"],
            Some("橙眼"),
        ),
        (
            "",
            "来源：城东区文旅局（原文广新局）",
            "",
            "",
            &[],
            Some("城东区文旅局（原文广新局）"),
        ),
        // A book's writer is not the article's.
        (
            "",
            "来源：橙橘网",
            "<p>《城东的树》 作者：李四</p>",
            "<p>采写/橙橘网记者 张三</p>",
            &["张三"],
            Some("橙橘网"),
        ),
        (
            "",
            "<p>《城东的树》</p><p>作者：李四</p><p>版本：城东出版社</p>",
            "",
            "<p>采写/橙橘网记者 张三</p>",
            &["张三"],
            None,
        ),
        // Elements alone tell labels from values.
        (
            "",
            "<span>作者</span><span>张三</span><span>来源</span><span>橙橘网</span>",
            "",
            "",
            &["张三"],
            Some("橙橘网"),
        ),
        (
            "",
            "<span>作者</span> <span><a rel=author href=/author/ns/>NanShan</a></span> |",
            "",
            "",
            &["NanShan"],
            None,
        ),
        (
            "",
            "<dl><dt>作者</dt><dd>张三</dd></dl>",
            "",
            "",
            &["张三"],
            None,
        ),
        // A pen name of a meta that the page credits itself.
        (
            "<meta name=author content=一禾>",
            "",
            "",
            "<div><div>作者</div><div>一禾</div></div>",
            &["一禾"],
            None,
        ),
        (
            "<meta name=author content=一禾>",
            "",
            "<p>（橙橘网记者一禾综合报导）城东公园今天开放。</p>",
            "",
            &["一禾"],
            None,
        ),
        ("<meta name=author content=一禾>", "", "", "", &[], None),
        // The metas of a system that counts readers, and those that say who edited.
        (
            "<meta name=author content=张三><meta name=publishedtype content=1><meta name=catalogs content=12>",
            "",
            "",
            "",
            &[],
            None,
        ),
        (
            "<meta name=author content=张三><meta name=editor content=张三>",
            "",
            "",
            "",
            &[],
            None,
        ),
        (
            "<meta name=author content=城东22日電>",
            "",
            "",
            "",
            &[],
            None,
        ),
        // A reporter who edited too.
        (
            "",
            "编辑：张三",
            "<p>橙新网5月10日电 (记者 张三)城东公园今天开放。</p>",
            "",
            &["张三"],
            None,
        ),
        // The fuller of two lists, and the one that is not cut off.
        (
            "",
            "<i>张三</i>",
            "<p>橙橘网 记者 张三 李四 5月10日，城东公园今天开放。</p>",
            "",
            &["张三", "李四"],
            None,
        ),
        (
            "",
            "作者：张三 李四…",
            "<p>□本报记者 张三 通讯员 李四明</p>",
            "",
            &["张三", "李四明"],
            None,
        ),
        (
            "",
            "",
            "<p>□见习记者 张三</p><p>通讯员 李四 王小明本报讯 近日，城东公园开放。</p>",
            "",
            &["张三", "李四", "王小明"],
            None,
        ),
        // Two parts of a text by two.
        (
            "",
            "",
            "<p>城东：公园今天开放</p><p>本报记者 张三</p>",
            "<p>城西：水塔明天开放</p><p>本报记者 李四</p><p>园内步道、湖区和儿童乐园同时启用，全天免费，首日迎来三千多名游客。</p>",
            &["张三", "李四"],
            None,
        ),
        // A byline in several lines, at the head and below the text.
        (
            "",
            "",
            "<p>极橙新闻记者 张三</p><p>通讯员 李四</p>",
            "",
            &["张三", "李四"],
            Some("极橙新闻"),
        ),
        (
            "",
            "",
            "",
            "<p>记者 张三</p><p>通讯员 李四</p>",
            &["张三", "李四"],
            None,
        ),
        // A desk that shares it has no name, and 全媒体 is none of an outlet.
        (
            "",
            "",
            "<p>城东晚报讯（记者 张三 通讯员 城宣）城东公园今天开放。</p>",
            "",
            &["张三"],
            None,
        ),
        (
            "",
            "",
            "<p>全媒体记者 张三 李四</p>",
            "",
            &["张三", "李四"],
            None,
        ),
        // Words beside the time that nothing but white space and bars part.
        ("", "张三 城东晚报", "", "", &["张三"], Some("城东晚报")),
        ("", "城东晚报 | 张三 |", "", "", &["张三"], Some("城东晚报")),
        (
            "",
            "</div><table><tr><td>作者</td><td>张三</td><td>来源</td><td>城东晚报</td></tr></table><div>",
            "",
            "",
            &["张三"],
            Some("城东晚报"),
        ),
        ("", "作者：南山客 12次浏览", "", "", &["南山客"], None),
        // Who that is stands below.
        (
            "",
            "</div><a href=/u/zs><h4>张三</h4></a><p>城东大学经济学教授</p><div>",
            "",
            "",
            &["张三"],
            None,
        ),
        (
            "",
            "</div><p>張三 / 李小四</p><div>",
            "",
            "",
            &["張三", "李小四"],
            None,
        ),
        (
            "",
            "橙橘新闻Now记者 张三",
            "",
            "",
            &["张三"],
            Some("橙橘新闻Now"),
        ),
        (
            "",
            "橙橘新闻Now记者 张三",
            "",
            "<p>来源：城东网</p>",
            &["张三"],
            Some("城东网"),
        ),
        // All that stands between headline and time.
        (
            "",
            "</div><p>南山博物</p><div>",
            "",
            "",
            &[],
            Some("南山博物"),
        ),
        (
            "",
            "来自/ <a>城东</a> › <a>橙橘早报</a>",
            "",
            "",
            &[],
            Some("橙橘早报"),
        ),
        // An account below its picture.
        (
            "",
            "</div><img src=/a/face.jpg><p>南山博物</p><div class=d>",
            "",
            "",
            &["南山博物"],
            Some("南山博物"),
        ),
        (
            "",
            "</div><p>南山博物</p><button>关注</button><div>",
            "",
            "",
            &["南山博物"],
            Some("南山博物"),
        ),
        // What that person is, and where a reporter is named in the middle.
        (
            "",
            "来源：橙橘网",
            "",
            "<p>（张三，城东大学文学院院长）</p>",
            &["张三"],
            Some("橙橘网"),
        ),
        (
            "",
            "",
            "<p>市民可以投稿：hd@chengju.example（橙视记者张三 ）</p>",
            "<p>园内步道、湖区和儿童乐园同时启用。</p>",
            &["张三"],
            None,
        ),
        (
            "",
            "<span>本报记者 张三</span> 《城东日报》（ 2024年05月10日 04版）",
            "",
            "",
            &["张三"],
            Some("城东日报"),
        ),
        (
            "",
            "<span class=source>橙橘日报中央厨房 张三 李四</span>",
            "",
            "",
            &["张三", "李四"],
            Some("橙橘日报中央厨房"),
        ),
        // Which house 本报 is, nothing says.
        ("", "", "<p>□本报记者 张三</p>", "", &["张三"], None),
        (
            "",
            "張三／橙橘新聞網",
            "",
            "",
            &["張三"],
            Some("橙橘新聞網"),
        ),
        (
            "",
            "来源：橙橘网",
            "",
            "<p>统筹 李四 文图/张三</p>",
            &["张三"],
            Some("橙橘网"),
        ),
    ];
    for (head, info, top, end, authors, source) in rows {
        let html = format!(
            "<title>城东公园今起开放</title>{head}<h1>城东公园今起开放</h1><div class=info>{info} <span>{TIME}</span></div>
            <div class=content>{top}{PARAGRAPHS}{end}</div>"
        );
        let metadata = Article::parse(&html).unwrap().metadata;
        assert_eq!(metadata.authors, *authors, "{head}{info}{end}");
        let name = metadata.source.as_ref().map(|s| s.name.as_str());
        assert_eq!(name, *source, "{head}{info}{end}");
    }
}
