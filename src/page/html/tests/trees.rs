//! Trees of whole pages, and of what once went wrong.

use std::path::Path;

use super::{assert_same_trees, files, folder};
use crate::decode::decode;

#[test]
fn small_ones() {
    for html in [
        "",
        "<",
        "</",
        "<p",
        "<p>城<b",
        "<p title=\"城",
        "a\0b<p \0=\0>\0</p\0><title>\0</title><!--\0--><!doctype \0>",
        "<svg><![CDATA[a\0]]>]]><p><![CDATA[b]]>",
        "<svg><![CDATA[a",
        "<math><![CDATA[]]]]>a]]>",
        "<table>a\0&amp;\0b<tr>c",
        "<pre>\n\na</pre><pre>&#10;a</pre><pre>&#10a</pre><pre></>\na</pre><textarea>\r\na</textarea><textarea>&#10a",
        "<listing>\r\r\na",
        "a\rb\r\nc\r\r\nd<p title='\r\n'>\r",
        "<title>a&amp;b</titl></title ></title>c",
        "<title>&#x41</TITLE x=y>c",
        "<style><b></style/>c<xmp></xm</xmp>d<iframe>e",
        "<plaintext>\0</plaintext>&amp;",
        "<script><!--<script></script>--></script>a<script><!--</script>b",
        "<p a=1 A=2 a>b<p/ =x =y=z/q='1'\"2\">c",
        "<a href=?a=1&copy=2&amp;b&ampc>&copy1&notit;&NotEqualTilde;",
        "<body a=1><body b=2 a=3><html c=4>",
        "<!doctype html public \"-//W3C//DTD HTML 4.01//EN\"><table>a",
        "<!doctype html system 'about:legacy-compat'x><p><table>",
        "<!DOCTYPE",
        "<!DOCTYPE html SYSTEM 'a' b",
        "<!DOCTYPE html PUBLIC 'a",
        "<!DOCTYPE html PUBLIC 'a' b",
        "</3><?xml?><!x><!><?",
        "<!--a--!><!--><!---><!----><!--b",
        "<DIV CLASS=X><Blockquote DATA-Original-Title=Y></dIV>",
        "<\u{212a}><ſ><p \u{212a}=1>",
        "\u{feff}<p>\u{feff}",
        "<svg viewBox=1 XLINK:href=2 definitionurl=3><lineargradient></svg><math definitionURL=4>",
        "<b x=1 y=2><p><b y=2 x=1><p><b x=1 y=2><p><b x=1 y=2><p>a</b>b</p></b>c",
    ] {
        assert_same_trees(html, "a small one");
    }
}

#[test]
fn many_attributes() {
    for count in [15, 16, 17, 18, 40, 600] {
        let names: String = (0..count)
            .map(|i| format!(" data-name-{}={i} A{}", i * 7 % count, i / 2))
            .collect();
        assert_same_trees(&format!("<p{names}{names}>城"), "many attributes");
    }
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    assert!(pages(&folder) > 100);
}

#[test]
#[ignore = "needs ZHENGWEN_CORPUS, a folder of saved pages"]
fn corpus() {
    let folder = folder("ZHENGWEN_CORPUS");
    assert!(pages(&folder.join("pages")) > 100);
    pages(&folder.join("negatives"));
}

/// Compares the trees of all pages in a folder; returns how many there are.
fn pages(folder: &Path) -> usize {
    let mut count = 0;
    for path in files(folder) {
        let bytes = std::fs::read(&path).unwrap();
        let page = decode(&bytes, None);
        assert_same_trees(&page.text, &path.display().to_string());
        count += 1;
    }
    count
}
