//! HTML element names as a small enum, with the few classes of elements the rest of the crate asks about.

macro_rules! tags {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// An element's name. Names the crate has no use for are `Other`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(crate) enum Tag { Text, Other, $($variant),* }

        impl Tag {
            /// What elements of a name are.
            pub(crate) fn of(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    // AMP's own, which its script makes the elements they are named for.
                    "amp-img" | "amp-anim" => Self::Img,
                    "amp-video" => Self::Video,
                    "amp-iframe" | "amp-youtube" => Self::Iframe,
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    // `BlockSpan` is a `span` that a style sets as a block, and no name.
    A = "a", Address = "address", Article = "article", Aside = "aside", Audio = "audio", B = "b", Base = "base",
    BlockSpan = "<span>", Blockquote = "blockquote", Body = "body", Br = "br", Button = "button", Caption = "caption", Center = "center",
    Code = "code", Dd = "dd", Details = "details", Div = "div", Dl = "dl", Dt = "dt", Em = "em", Embed = "embed",
    Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure", Font = "font", Footer = "footer", Form = "form",
    H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header", Hr = "hr",
    Html = "html", I = "i", Iframe = "iframe", Img = "img", Input = "input", Li = "li", Link = "link", Main = "main",
    Math = "math", Meta = "meta", Nav = "nav", Noscript = "noscript", Object = "object", Ol = "ol", Option = "option",
    P = "p", Picture = "picture", Pre = "pre", Script = "script", Section = "section", Select = "select",
    MediaSource = "source", Span = "span", Strong = "strong", Style = "style", Summary = "summary", Svg = "svg",
    Table = "table", Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot",
    Th = "th", Thead = "thead", Time = "time", Title = "title", Tr = "tr", U = "u", Ul = "ul", Video = "video",
}

/// How the names of AMP's own elements begin.
const AMP: &str = "amp-";

impl Tag {
    /// What a selector means by a name: `img` is no `amp-img`.
    pub(crate) fn named(name: &str) -> Self {
        match name.starts_with(AMP) {
            true => Self::Other,
            false => Self::of(name),
        }
    }

    /// The same of an element of this tag, whose name need not be asked for in most cases.
    pub(crate) fn of_element<'a>(self, name: impl FnOnce() -> &'a str) -> Self {
        match self {
            Self::BlockSpan => Self::Span,
            Self::Img | Self::Video | Self::Iframe => Self::named(name()),
            other => other,
        }
    }

    /// Starts and ends a line of text, as browsers lay it out by default.
    pub(crate) fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Address
                | Article
                | Aside
                | BlockSpan
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Header
                | Hr
                | Html
                | Li
                | Main
                | Nav
                | Ol
                | P
                | Pre
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Tfoot
                | Th
                | Thead
                | Tr
                | Ul
        )
    }

    /// Holds nothing a reader sees as text. `noscript` is here because browsers hide it; its images are looked at elsewhere.
    pub(crate) fn is_unread(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script
                | Style
                | Noscript
                | Template
                | Head
                | Textarea
                | Select
                | Option
                | Svg
                | Math
                | Iframe
                | Object
                | Embed
                | Audio
                | Video
                | Input
        )
    }

    /// Whether only HTML's own elements have it: a `td` inside `svg` is no cell, and drawings and formulas are not read, whatever their
    /// elements are named.
    pub(crate) fn is_html_only(self) -> bool {
        use Tag::*;
        !matches!(self, Other | Svg | Math | Script | Style)
    }

    /// 1 to 6 for `h1` to `h6`.
    pub(crate) fn heading_level(self) -> Option<u8> {
        use Tag::*;
        Some(match self {
            H1 => 1,
            H2 => 2,
            H3 => 3,
            H4 => 4,
            H5 => 5,
            H6 => 6,
            _ => return None,
        })
    }
}
