//! Pages made to hurt: each a function of a size, so that a test may double it. Shared by the tests and the bench; asserts nothing.

use std::fmt::Write as _;

/// A hostile page.
pub struct Page {
    pub name: &'static str,
    pub build: fn(usize) -> String,
    /// The size it is tested at.
    pub size: usize,
}

/// An ordinary article around something hostile: all rooms of the parser are busy then.
fn article(middle: &str) -> String {
    format!(
        "<html><head><title>城东公园今起开放_橙橘网</title></head><body><h1>城东公园今起开放</h1>\
         <p>2024-05-10 06:58 来源：橙橘网 作者：张三</p><div class=content>\
         <p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>{middle}\
         <p>公园管理处提醒，游客入园请走东门，自行车停在门外，不要把零食带进湖区。</p></div>\
         <p>责任编辑：王小明</p></body></html>"
    )
}

/// An article below a base address of 4 KB, which every address in it is joined to.
fn based(middle: &str) -> String {
    let base = format!(
        "<base href='https://chengju.example/{}/'>",
        "a".repeat(4000)
    );
    article(middle).replacen("<head>", &format!("<head>{base}"), 1)
}

/// `n` pieces made from their number.
fn many(n: usize, piece: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut out, i| {
        out.push_str(&piece(i));
        out
    })
}

macro_rules! pages {
    ($($name:literal, $size:expr, |$n:ident| $build:expr;)*) => {
        /// All of them.
        pub const PAGES: &[Page] = &[$(Page { name: $name, build: |$n| $build, size: $size }),*];
    };
}

pages! {
    "div x n", 100_000, |n| "<div>".repeat(n);
    "div x n with text", 100_000, |n| "<div>文".repeat(n);
    "divs closed", 500, |n| article(&format!("{}文{}", "<div>".repeat(n), "</div>".repeat(n)));
    "ul li x n", 16_000, |n| "<ul><li>".repeat(n);
    "b i, i i", 40_000, |n| "<b i><i i>".repeat(n);
    "b i, i i in p", 4096, |n| article(&"<p><b i><i i>".repeat(n));
    "p font", 4096, |n| "<p><font>".repeat(n);
    "p font long", 40_000, |n| "<p><font color=red>".repeat(n);
    "a nobr misnested", 20_000, |n| "<a><nobr><p></a>".repeat(n);
    "attributes on one element", 16_000, |n| {
        article(&format!("<div {}>文</div>", many(n, |i| format!("a{i}=b "))))
    };
    "attributes without space", 16_000, |n| format!("<p {}", many(n, |i| format!("\"a{i}\"/")));
    "attributes on an end tag", 16_000, |n| article(&format!("</p {}>", many(n, |i| format!("a{i} "))));
    "attributes on html again and again", 100_000, |n| many(n, |i| format!("<html a{i}=1><body b{i}=1>"));
    "one element with 500 attributes, often", 300, |n| {
        let element = format!("<i {}>文</i>", many(500, |i| format!("a{i} ")));
        article(&element.repeat(n))
    };
    "a million a", 1_000_000, |n| "<a>".repeat(n);
    "half a million links", 400_000, |n| article(&many(n, |i| format!("<a href=/{i}>城东公园{i}</a>")));
    "links", 40_000, |n| article(&many(n, |i| format!("<a href=/{i}>城东公园今天开放{i}</a>")));
    "links to one address", 60_000, |n| article(&"<a href=/1>城东公园今天开放</a>".repeat(n));
    "list of links", 30_000, |n| {
        article(&many(n, |i| format!("<li><a href=/{i}>城东公园今天开放{i}</a></li>")))
    };
    "related labels", 20_000, |n| {
        article(&many(n, |i| format!("<p>相关阅读<a href=/{i}>城东公园今天开放{i}</a>")))
    };
    "related labels, no links", 60_000, |n| article(&"<p>相关阅读".repeat(n));
    "related labels, then links", 20_000, |n| {
        article(&format!(
            "{}{}",
            "<p>相关阅读</p>".repeat(n),
            many(n, |i| format!("<a href=/{i}>城东公园{i}</a>"))
        ))
    };
    "links, then related labels", 20_000, |n| {
        article(&format!(
            "{}{}",
            many(n, |i| format!("<a href=/{i}>短</a>")),
            "<p>相关阅读</p>".repeat(n)
        ))
    };
    "breadcrumbs", 40_000, |n| {
        format!("{}{}", "<p class=crumb><a href=/a>首页</a>".repeat(n), article(""))
    };
    "breadcrumb trails", 20_000, |n| {
        format!("{}{}", "<p><a href=/a>首页</a> &gt; <a href=/b>新闻</a>".repeat(n), article(""))
    };
    "tag labels", 20_000, |n| {
        format!("{}{}", article(""), "<p>标签：<a href=/a>公园</a>".repeat(n))
    };
    "tags of one label", 40_000, |n| {
        format!("{}<p>标签：{}", article(""), many(n, |i| format!("<a href=/{i}>公园{i}</a> ")))
    };
    "keywords", 100_000, |n| {
        format!("<meta name=keywords content='{}'>{}", many(n, |i| format!("公园{i},")), article(""))
    };
    "metas of one name", 60_000, |n| {
        format!("{}{}", "<meta name=description content=城>".repeat(n), article(""))
    };
    "article:tag metas", 40_000, |n| {
        format!("{}{}", many(n, |i| format!("<meta property=article:tag content=公园{i}>")), article(""))
    };
    "author metas", 20_000, |n| {
        format!("{}{}", "<meta name=author content='http://x/1'>".repeat(n), article(""))
    };
    "published metas", 20_000, |n| {
        format!("{}{}", "<meta name=pubdate content='2024-13-45'>".repeat(n), article(""))
    };
    "nested tables", 20_000, |n| "<table><tr><td>".repeat(n);
    "nested tables within limits", 120, |n| {
        article(&format!("{}文{}", "<table><tr><td>".repeat(n), "</table>".repeat(n)))
    };
    "tables in a row", 20_000, |n| article(&"<table><tr><td>1<td>2<tr><td>3<td>4</table>".repeat(n));
    "one table of many cells", 60_000, |n| article(&format!("<table>{}</table>", "<tr><td>1<td>2".repeat(n)));
    "foster parents", 40_000, |n| format!("<table>{}", "<b>文".repeat(n));
    "foster parents, plain", 40_000, |n| format!("<table>{}", "文<tr>".repeat(n));
    "unclosed everything", 4_000, |n| {
        "<div><p><span><a href=x><b><i><u><table><tr><td><ul><li><h2><section><blockquote>文".repeat(n)
    };
    "selects and options", 60_000, |n| article(&format!("<select>{}", "<option>文".repeat(n)));
    "one text node", 10_000_000, |n| "城".repeat(n / 3);
    "one text node in an article", 10_000_000, |n| article(&format!("<p>{}</p>", "城东公园。".repeat(n / 15)));
    "one line of ASCII", 10_000_000, |n| article(&"x".repeat(n));
    "white space", 10_000_000, |n| article(&" \n".repeat(n / 2));
    "JSON state", 10_000_000, |n| {
        article(&format!("<script>window.DATA={{\"a\":[{}0]}}</script>", "1,".repeat(n / 2)))
    };
    "deep JSON", 100_000, |n| article(&format!("<script>window.DATA={}</script>", "[".repeat(n)));
    "deep JSON-LD", 100_000, |n| {
        article(&format!("<script type=application/ld+json>{}</script>", "{\"a\":".repeat(n)))
    };
    "JSON-LD objects", 40_000, |n| {
        article(&format!(
            "<script type=application/ld+json>[{}0]</script>",
            "{\"@type\":\"Thing\",\"name\":\"公园\"},".repeat(n)
        ))
    };
    "JSON-LD scripts", 20_000, |n| {
        article(&"<script type=application/ld+json>{\"@type\":\"Thing\"}</script>".repeat(n))
    };
    "JSON-LD authors", 30_000, |n| {
        article(&format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":[{}0],\"keywords\":[{}0]}}</script>",
            many(n, |i| format!("\"作者{i}\",")),
            many(n, |i| format!("\"公园{i}\","))
        ))
    };
    "state that starts often", 40_000, |n| {
        article(&format!("<script>{}</script>", "window.DATA={\"a\":[1,".repeat(n)))
    };
    "state that starts in strings", 40_000, |n| {
        article(&format!("<script>{}</script>", "window.DATA=\"{\\\"a\\\":".repeat(n)))
    };
    "state that is undefined", 100_000, |n| {
        article(&format!("<script>window.DATA={{{}</script>", "\"a\":undefined,".repeat(n)))
    };
    "articles in state", 40_000, |n| {
        let item = "{\"title\":\"城东公园今起开放\",\"content\":\"城东公园今天上午开放。\"},";
        format!("<title>城东公园</title><script>var a={{\"b\":[{}0]}}</script>", item.repeat(n))
    };
    "script literals", 200_000, |n| {
        format!("<title>城东公园</title><script>var a={{{}b:f()}}</script>", "a:'城',b:[!0,],".repeat(n))
    };
    "script literals that start often", 40_000, |n| {
        format!("<title>城东公园</title><script>{}</script>", "var a={b:'城',c:[".repeat(n))
    };
    "scripts with state", 20_000, |n| article(&"<script>window.DATA={\"a\":1</script>".repeat(n));
    "svg nest", 60_000, |n| "<svg>".repeat(n);
    "math nest", 60_000, |n| "<math><mi><mtext>".repeat(n);
    "svg and html nest", 60_000, |n| "<svg><foreignObject><div>".repeat(n);
    "template nest", 60_000, |n| "<template>".repeat(n);
    "templates in a row", 40_000, |n| article(&"<template><p>文</template>".repeat(n));
    "comments", 150_000, |n| article(&"<!-- x -->".repeat(n));
    "a comment cut short", 4_000_000, |n| article(&format!("<!--{}", "-".repeat(n)));
    "CDATA", 100_000, |n| article(&format!("<svg>{}</svg>", "<![CDATA[x]]>".repeat(n)));
    "bogus comments", 150_000, |n| article(&"<?x><!y>".repeat(n));
    "entities", 1_000_000, |n| article(&"&amp;&#x57ce;&notit;".repeat(n / 8));
    "entities without an end", 2_000_000, |n| article(&"&#x00000".repeat(n / 8));
    "ampersands", 10_000_000, |n| article(&"&".repeat(n));
    "less-than signs", 10_000_000, |n| article(&"<1".repeat(n / 2));
    "end tags of nothing, in spans", 250_000, |n| {
        article(&format!("{}{}", "<span>".repeat(490), "</x>".repeat(n)))
    };
    "end tags of nothing, in a drawing", 250_000, |n| {
        article(&format!("<svg>{}{}", "<g>".repeat(480), "</x>".repeat(n)))
    };
    "end tags of nothing, in divs", 250_000, |n| {
        article(&format!("{}{}", "<div>".repeat(490), "</li></h1></p></b>".repeat(n / 4)))
    };
    "formatting elements, all different, again and again", 200_000, |n| {
        article(&format!("<p>{}{}", many(400, |i| format!("<b a={i}>")), "<b c></b>".repeat(n)))
    };
    "names all different", 400_000, |n| article(&many(n, |i| format!("</name-{i}>")));
    "source labels in a line", 20_000, |n| article(&format!("<p>{}", "来源：".repeat(n)));
    "source labels in many lines", 90_000, |n| article(&"<p>来源：橙橘网".repeat(n));
    "author labels in many lines", 40_000, |n| article(&many(n, |i| format!("<p>作者：张三{i}")));
    "editor labels in many lines", 40_000, |n| {
        format!("{}{}", article(""), "<p>责任编辑：王小明 校对：李四".repeat(n))
    };
    "credits in many lines", 40_000, |n| article(&"<p>（记者 张三 摄影 李四 通讯员 王小明）".repeat(n));
    "lines of labels of 500 bytes", 4_000, |n| article(&format!("<p>{}", "来源：作者：".repeat(14)).repeat(n));
    "lines of labels and bars", 4_000, |n| article(&format!("<p>{}", "来源｜编辑 张三/".repeat(12)).repeat(n));
    "source label and links of the source", 40_000, |n| {
        format!("{}{}", "<a href=/x>橙橘网</a>".repeat(n), article(""))
    };
    "digits", 4_000_000, |n| article(&format!("<p>{}", "1".repeat(n)));
    "dates in a line", 400_000, |n| article(&format!("<p>{}", "2024-05-10 06:58 ".repeat(n / 17)));
    "dates in many lines", 40_000, |n| article(&"<p>2024-05-10 06:58".repeat(n));
    "half dates in a line", 1_000_000, |n| article(&format!("<p>{}", "2024-".repeat(n / 5)));
    "dates above the headline", 40_000, |n| format!("{}{}", "<p>2024年5月10日".repeat(n), article(""));
    "time meta", 1_000_000, |n| {
        format!("<meta name=pubdate content='{}'>{}", "12:34 ".repeat(n / 6), article(""))
    };
    "Chinese numerals", 1_000_000, |n| {
        format!("<meta name=pubdate content='{}'>{}", "二〇二四年十".repeat(n / 18), article(""))
    };
    "author meta", 1_000_000, |n| {
        format!("<meta name=author content='{}'>{}", "张三、李四 ".repeat(n / 16), article(""))
    };
    "author meta of labels", 300_000, |n| {
        format!("<meta name=author content='{}'>{}", "记者：编辑".repeat(n / 15), article(""))
    };
    "source meta", 1_000_000, |n| {
        format!("<meta name=source content='{}'>{}", "新华社".repeat(n / 9), article(""))
    };
    "long first paragraph of brackets", 1_000_000, |n| article(&format!("<p>{}", "（".repeat(n / 3)));
    "long paragraph of signatures", 1_000_000, |n| article(&format!("<p>{}", "（记者张三）".repeat(n / 18)));
    "last paragraph of signatures", 1_000_000, |n| {
        format!(
            "<h1>城东公园今起开放</h1><div><p>{}。{}",
            "城东公园今天上午正式向市民开放，".repeat(10),
            "（记者张三 编辑李四）".repeat(n / 31)
        )
    };
    "colons", 5_000_000, |n| article(&format!("<p>{}", "：".repeat(n / 3)));
    "colons in lines", 100_000, |n| article(&format!("<p>{}", "：".repeat(30)).repeat(n / 30));
    "title of separators", 1_000_000, |n| format!("<title>{}</title>{}", "网_".repeat(n / 4), article(""));
    "title of bars", 300_000, |n| format!("<title>城东公园今起开放{}</title>", "|".repeat(n));
    "headings equal to the title", 40_000, |n| {
        format!("<title>城东公园今起开放</title>{}", "<h1>城东公园今起开放</h1>".repeat(n))
    };
    "long title, many headings", 2_000, |n| {
        let title = many(n * 10, |i| format!("公园{i}"));
        format!("<title>{title}</title>{}", many(n, |i| format!("<h2>公园{}开</h2>", i * 7)))
    };
    "long title, many lines", 4_000, |n| {
        let title = "城".repeat(n * 10);
        format!("<title>{title}</title>{}", format!("<p>{}", "城".repeat(70)).repeat(n))
    };
    "time elements", 60_000, |n| article(&"<time datetime=2024-13-13>x</time>".repeat(n));
    "NULs", 1_000_000, |n| article(&"\0".repeat(n));
    "lone surrogates", 100_000, |n| article(&"&#xD800;&#xDFFF;&#0;&#x110000;".repeat(n / 8));
    "zero-width characters", 3_000_000, |n| article(&"\u{200b}\u{feff}".repeat(n / 6));
    "combining marks", 3_000_000, |n| article(&format!("<p>e{}", "\u{301}".repeat(n / 2)));
    "images", 40_000, |n| article(&many(n, |i| format!("<img src=/p/{i}.jpg alt=公园{i}>")));
    "one srcset", 4_000_000, |n| article(&format!("<img srcset='{}'>", "/p/1.jpg 1x, ".repeat(n / 13)));
    "noscripts", 40_000, |n| article(&"<noscript><img src=/p/1.jpg></noscript>".repeat(n));
    "videos with sources", 20_000, |n| article(&format!("<video>{}</video>", "<source>".repeat(n)).repeat(2));
    "empty spans", 60_000, |n| article(&format!("<p>{}", "<b> </b><i> </i>".repeat(n / 2)));
    "spans", 60_000, |n| article(&format!("<p>{}", "<b>城</b>东".repeat(n / 2)));
    "captions", 30_000, |n| article(&"<img src=/p/1.jpg><p align=center>图为公园湖区。</p>".repeat(n));
    "one class of many names", 4_000_000, |n| article(&format!("<div class='{}'>文</div>", "a ".repeat(n / 2)));
    "one style", 4_000_000, |n| article(&format!("<div style='{}'>文</div>", "display :".repeat(n / 9)));
    "noise in noise", 400, |n| article(&format!("{}文", "<div class='x content'>".repeat(n)));
    "many stretches", 60_000, |n| article(&"<p class=content>城".repeat(n));
    "one long href", 4_000_000, |n| article(&format!("<a href='/{}'>城东公园今天开放</a>", "../".repeat(n / 3)));
    "one long link around many spans", 40_000, |n| {
        article(&format!("<p><a href='/{}'>{}", "x".repeat(4000), "<b>城</b>东".repeat(n)))
    };
    "cells in cells of a drawing", 100_000, |n| {
        article(&format!("<svg>{}{}", "<td>".repeat(400), "城".repeat(n)))
    };
    "attributes of end tags and quotes", 200_000, |n| article(&many(n, |i| format!("</p a{i}='>' b='\"<'>")));
    "siblings", 60_000, |n| article(&"<span>城</span>".repeat(n));
    "base and long hrefs", 4_000, |n| {
        format!("<base href='https://chengju.example/{}'>{}", "a/".repeat(n), article(&"<a href=b>城东公园今天开放</a>".repeat(n / 8)))
    };
    "next pages", 40_000, |n| article(&"<a href='javascript:x'>下一页</a>".repeat(n));
    "paragraphs", 60_000, |n| article(&"<p>城东公园今天上午开放，全天免费。".repeat(n));
    "br", 100_000, |n| article(&"城<br>".repeat(n));
    "definition lists", 40_000, |n| article(&"<dl><dt>城<dd>东</dl>".repeat(n / 2));
    "preformatted lines", 1_000_000, |n| article(&format!("<pre>{}</pre>", "城\n".repeat(n / 4)));
    "code of backticks", 1_000_000, |n| article(&format!("<pre><code>{}</code></pre>", "`\n".repeat(n / 2)));
    "Markdown marks", 1_000_000, |n| article(&format!("<p>{}", "*_[](<![".repeat(n / 8)));
    "plaintext", 1_000_000, |n| article(&format!("<plaintext>{}", "<p>".repeat(n / 3)));
    "nested lists within limits", 160, |n| article(&format!("{}文", "<ul><li>".repeat(n)));
    "nested quotes within limits", 400, |n| article(&format!("{}文", "<blockquote>文".repeat(n)));
    "frames", 40_000, |n| format!("<frameset>{}", "<frameset><frame>".repeat(n));
    "pictures below a long base", 120_000, |n| based(&many(n, |i| format!("<img src=photo{i}.jpg>")));
    "pictures below a long base, few enough", 2_000, |n| based(&many(n, |i| format!("<img src=photo{i}.jpg>")));
    "videos below a long base", 60_000, |n| {
        based(&many(n, |i| format!("<video src=film{i}.mp4 poster=still{i}.jpg></video>")))
    };
    "links below a long base", 60_000, |n| based(&many(n, |i| format!("<p><a href=b{i}>城</a>东")));
    "tags without an end", 5_000_000, |n| "<p ".repeat(n);
    "pictures of hosts too long to code", 2_800, |n| {
        let host: String = (0..900).filter_map(|i| char::from_u32(0x4e00 + i * 7)).collect();
        article(&many(n, |i| format!("<img src='//{i}{host}.example/{i}.jpg'>")))
    };
    "pictures of hosts that have to be coded", 14_000, |n| {
        let host: String = (0..165).filter_map(|i| char::from_u32(0x4e00 + i * 7)).collect();
        article(&many(n, |i| format!("<img src='//{i}{host}.example/{i}.jpg'>")))
    };
    "links of a table below a long base", 40_000, |n| {
        based(&format!("<table>{}</table>", many(n, |i| format!("<tr><td><a href=a{i}>城</a><td><a href=b{i}>东</a>"))))
    };
    "related links below a long base", 20_000, |n| {
        based(&format!("</div><p>相关阅读<ul>{}", many(n, |i| format!("<li><a href={i}.html><img src={i}.jpg>城东公园今天开放{i}</a>"))))
    };
    "one long caption of all pictures", 20_000, |n| {
        article(&format!("<div data-caption='{}'>{}</div>", "江".repeat(n), "<img src=/a/photo1.jpg>".repeat(n)))
    };
    "one short caption of all pictures", 100_000, |n| {
        let pictures = many(n, |i| format!("<img src=/a/photo{i}.jpg>"));
        article(&format!("<div data-caption='{}'>{pictures}</div>", "江".repeat(90)))
    };
    "small objects in state", 500_000, |n| {
        format!("<title>城东公园</title>{}", format!("<script>var a=[{}0]</script>", "{\"a\":0},".repeat(n)).repeat(4))
    };
    "small objects in state, few enough", 24_000, |n| {
        format!("<title>城东公园</title>{}", format!("<script>var a=[{}0]</script>", "{\"a\":0},".repeat(n)).repeat(4))
    };
    "small objects in literals", 666_000, |n| {
        format!("<title>城东公园</title>{}", format!("<script>var a=[{}0]</script>", "{a:0},".repeat(n)).repeat(4))
    };
    "small lists in state", 666_000, |n| {
        format!("<title>城东公园</title>{}", format!("<script>var a=[{}0]</script>", "[[]],".repeat(n)).repeat(4))
    };
    "empty texts in state", 666_000, |n| {
        format!("<title>城东公园</title>{}", format!("<script>var a=[{}0]</script>", "\"\",".repeat(n)).repeat(4))
    };
    "preformatted lines, fifteen megabytes", 15_000_000, |n| article(&format!("<pre>{}</pre>", "江\n".repeat(n / 4)));
    "preformatted lines, as many as may be", 360_000, |n| article(&format!("<pre>{}</pre>", "江\n".repeat(n / 4)));
    "less-than signs, sixteen megabytes", 16_000_000, |n| format!("<p>江{}", "<1".repeat(n / 2));
    "end tags of nothing, sixteen megabytes", 4_000_000, |n| {
        format!("<div>{}{}", "<span>".repeat(505), "</x>".repeat(n))
    };
    "end tags of nothing in a drawing, four megabytes", 1_000_000, |n| {
        format!("<div><svg>{}{}", "<g>".repeat(480), "</x>".repeat(n))
    };
    "styled lines in one link", 40_000, |n| article(&format!("<a href=/x><b><i>{}", "城<br>".repeat(n)));
    "pictures aside, deep in boxes", 50_000, |n| {
        let boxes = format!("<nav>{}{}", "<div class='x y'>".repeat(400), "<img src=/p/1.jpg>".repeat(n));
        article("").replacen("</h1>", &format!("</h1>{boxes}"), 1)
    };
    "texts inside each other", 400, |n| article(&format!("{}{}", "<div>".repeat(n), "城东公园。".repeat(n * 500)));
    "hidden texts inside each other", 400, |n| {
        article(&format!("{}{}", "<div hidden>".repeat(n), "城东<i></i>".repeat(n * 100)))
    };
    "blanks in a script", 1_000_000, |n| format!("{}<script>{}</script>", article(""), " ".repeat(n));
    "one name in a script, again and again", 1_000_000, |n| {
        format!("{}<script>{}</script>", article(""), "a = {".repeat(n / 5))
    };
    "control characters everywhere", 20_000, |n| {
        let bad = "\u{1b}]52;c;YQ==\u{7}\u{9b}31m\u{202e}\u{2028}".repeat(n / 20);
        format!(
            "<title>城{bad}</title><meta name=keywords content='公园{bad},绿地'><meta name=source content='橙橘{bad}网'>\
             <meta name=author content='张{bad}三'><meta property=og:title content='城{bad}'>{}\
             <p>相关阅读<ul><li><a href='/2{bad}.html' title='城西公园明年动工{bad}'>城西公园…</a></ul>",
            article(&format!("<img src='p/{bad}.jpg' alt='湖区{bad}'><pre><code>a{bad}</code></pre><a href='b{bad}'>城{bad}</a>"))
        )
    };
    "mark of a publishing system", 1_000_000, |n| {
        let mut out = article("");
        let _ = write!(out, "<!--{}-->", "TRS_Edito".repeat(n / 9));
        out
    };
}
