//! What is refused, and how early.

use crate::error::{ErrorKind, Limit};
use crate::limits::Limits;
use crate::page::html::{document, fragment};

/// Which limit a page exceeds, and what was seen then.
fn refused(html: &str) -> Option<(Limit, u64)> {
    let error = document(html, &Limits::default()).err()?;
    match error.kind() {
        ErrorKind::Limit { what, seen, .. } => Some((*what, *seen)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn too_many_attributes_are_noticed_as_they_are_read() {
    let names: String = (0..100_000).map(|i| format!("a{i} ")).collect();
    for html in [
        format!("<p {names}>"),
        format!("<p {names}"),
        format!("<p {}>", names.replace(' ', "='>'")),
        format!("<p {}>", names.replace(' ', "=\">\"")),
        format!("<p {}>", names.replace(' ', "/")),
        format!("<p {}>", names.replace(' ', "= <b\t")),
        format!("<!-- <b '> \"-->{}<p {names}>", "x".repeat(5000)),
    ] {
        let seen = refused(&html);
        assert_eq!(seen, Some((Limit::Attributes, 513)), "{}", &html[..40]);
    }
    // Those of many tags that come together on one element are looked at from time to time.
    for html in [
        format!("<html {}>", names.replace(' ', "><html ")),
        format!("<body {}>", names.replace(' ', "><body ")),
    ] {
        let (what, seen) = refused(&html).unwrap();
        assert_eq!(what, Limit::Attributes);
        assert!((513..2000).contains(&seen), "{seen}");
    }
}

#[test]
fn long_pieces_that_are_no_attributes() {
    let words = "if (a<b and c) or d ".repeat(2000);
    let names: String = (0..10_000).map(|i| format!("a{i} ")).collect();
    for html in [
        format!("<script>{words}</script>"),
        format!("<style>{words}</style><textarea>{words}</textarea>"),
        format!("<p title=\"{words}\">城</p>"),
        format!("<p title='{words}'>城</p>"),
        format!("<img src=data:{}>", "x".repeat(50_000)),
        format!("<!-- {} -->", "a b c ".repeat(5000)),
        format!("<p>{}", "a b c ".repeat(5000)),
        "<p a b c d>城</p>".repeat(5000),
        // The same one again, and what an end tag says.
        format!("<p {}>", "a ".repeat(10_000)),
        format!("</p {names}>"),
    ] {
        assert_eq!(refused(&html), None, "{}", &html[..40]);
    }
}

#[test]
fn many_attributes_on_many_elements_count_as_nodes() {
    let names: String = (0..500).map(|i| format!("a{i} ")).collect();
    let (what, seen) = refused(&format!("<br {names}>").repeat(6000)).unwrap();
    assert_eq!(what, Limit::Nodes);
    assert!((200_001..210_000).contains(&seen), "{seen}");
}

#[test]
fn nodes_and_depth_are_noticed_as_they_are_made() {
    let (what, seen) = refused(&"<br>".repeat(2_000_000)).unwrap();
    assert_eq!(what, Limit::Nodes);
    assert!((200_001..202_000).contains(&seen), "{seen}");
    for tag in [
        "<div>",
        "<svg>",
        "<b>",
        "<table><tr><td>",
        "<template>",
        "<ul><li>",
    ] {
        let (what, seen) = refused(&tag.repeat(100_000)).unwrap();
        assert_eq!((what, seen), (Limit::Depth, 513), "{tag}");
    }
}

/// Pages that make the tree builder walk all open elements, or all formatting elements, for each tag.
#[test]
fn work_is_noticed_early() {
    let attributes: String = (0..8).map(|i| format!(" a{i}={i}")).collect();
    let distinct: String = (0..400).map(|i| format!("<b a={i}>")).collect();
    for (start, each) in [
        (format!("<div>{}", "<span>".repeat(505)), "</x>".to_string()),
        (format!("<div>{}", "<span>".repeat(505)), "</b>".to_string()),
        (
            format!("<div><svg>{}", "<g>".repeat(480)),
            "</x>".to_string(),
        ),
        ("<div>".repeat(500), "</li>".to_string()),
        ("<div>".repeat(500), "</h1>".to_string()),
        ("<div>".repeat(500), "<p>".to_string()),
        ("<div>".repeat(500), "</p>".to_string()),
        ("<span>".repeat(500), "</body>".to_string()),
        ("<div>".repeat(500), "<body>".to_string()),
        ("<div>".repeat(500), "<select></select>".to_string()),
        (
            format!("<form>{}", "<div>".repeat(500)),
            "<img>".to_string(),
        ),
        (format!("<p>{distinct}"), "<b c></b>".to_string()),
        (format!("<p>{distinct}"), format!("<b{attributes}></b>")),
        (format!("<p>{distinct}"), "<p>x".to_string()),
        ("<i>".repeat(400), "</b>".to_string()),
        (String::new(), "<b><p>".to_string()),
        (String::new(), "<a><div>".to_string()),
        (String::new(), "<a><p></a>".to_string()),
    ] {
        let html = format!("{start}{}", each.repeat(1_000_000));
        let refusal = refused(&html);
        println!("{each}: {refusal:?}");
        assert!(refusal.is_some(), "{each}");
    }
}

/// A name that was not seen before is looked for among all that were.
#[test]
fn names_without_end_are_noticed() {
    let names = (0..400_000)
        .map(|i| format!("<name-{i}>"))
        .collect::<String>();
    assert!(refused(&names.replace('>', "/>")).is_some());
    let ends = names.replace('<', "</");
    println!("{:?}", refused(&ends));
}

#[test]
fn fragments_have_the_same_limits() {
    let error = fragment(&"<div>".repeat(1000), &Limits::default()).unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Limit {
            what: Limit::Depth,
            ..
        }
    ));
}
