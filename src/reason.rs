//! The trace's vocabulary: by what a value was found, why a candidate lost, why something was cut; in English and Chinese. Judges nothing.

use std::fmt;

use serde::Serialize;

/// Enums whose values are printed in English (`Display`) and Chinese (`zh`), and named in JSON in snake case.
macro_rules! printed {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $en:literal $zh:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name { $(#[doc = concat!($en, "（", $zh, "）")] $variant,)* }

        impl $name {
            /// In Chinese.
            pub fn zh(self) -> &'static str {
                match self { $(Self::$variant => $zh,)* }
            }
        }

        impl fmt::Display for $name {
            /// In English.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(match self { $(Self::$variant => $en,)* })
            }
        }
    )*};
}

printed! {
    /// What the generic extractor found a value by.
    Clue {
        RepeatedHeading "heading that the page's title repeats" "网页标题里也有的标题行";
        HeadlineOfSiteTitle "headline of a page whose title names the site" "网页标题只是站名时的标题行";
        TitleElement "title element" "网页标题";
        HeadlineLine "line above the text that reads like a headline" "正文上方像标题的一行";
        LargestHeading "largest heading" "最大的标题行";
        MostProse "run of siblings with the most prose" "成段文字最多的一段元素";
        InfoByline "byline between headline and body" "标题与正文之间的署名";
        NamedAuthor "element named author" "命名为作者的元素";
        NamedSource "element named source" "命名为来源的元素";
        NamedAccount "element named account" "命名为账号的元素";
        NameBesideTime "name beside the time" "时间旁的名字";
        AccountAboveTime "account above the time" "时间上方的账号";
        FollowedAccount "account that can be followed" "可以关注的账号";
        TextBesideTime "text beside the time" "时间旁的文字";
        FirstParagraph "head of the first paragraph" "首段开头";
        LastParagraph "end of the last paragraph" "末段结尾";
        ParagraphEnd "end of a paragraph" "段落结尾";
        Signature "signature line" "署名行";
        SignatureInTwoLines "signature in two lines" "分成两行的署名";
        Square "line with a square" "带方块的署名行";
        InfoLine "line between headline and body" "标题与正文之间的一行";
        UpdateBehind "time with 更新 behind it" "后面写着更新的时间";
        BehindHeadline "time behind the headline" "标题后的时间";
        DayBelowBody "day below the body" "正文下方的日期";
        NamedTime "element named time" "命名为时间的元素";
        TimeElement "time element" "time 元素";
        UrlDay "day in the URL" "网址里的日期";
        GivenUrl "URL given" "给出的网址";
        FirstPicture "first picture of the body" "正文第一张图";
        DashedLine "line with a dash below the headline" "标题下方破折号开头的一行";
        NamedSubtitle "element named subtitle" "命名为副题的元素";
        SecondHeading "heading right below the headline" "紧接标题的标题行";
        TagLinks "links named as tags" "命名为标签的链接";
        NamedTags "element named as tags" "命名为标签的元素";
        WordsBelowBody "words below the body" "正文下方的词语";
        GluedWordsBelowBody "glued words below the body" "正文下方连写的词语";
        HashedLines "lines marked as tags" "带井号的行";
        RelNext "link rel=next" "rel=next 的链接";
        NextPageLink "link named 下一页" "写着下一页的链接";
        TrailOfLinks "trail of links" "一行层级链接";
        NamedBreadcrumb "element named breadcrumb" "命名为位置导航的元素";
        TrailLine "line like a trail" "像位置导航的一行";
        ChannelLines "channels above the headline" "标题上方的频道";
        EndOfBody "line at the body's end" "正文末尾的一行";
        PageKinds "witnesses of page kinds" "各类页面的证据";
        NamedList "element named like a list of articles" "命名为文章列表的元素";
    }

    /// Why a candidate did not become a field's value.
    Refusal {
        MatchedNothing "matched nothing" "没有命中";
        NoItems "no items" "命中了，但里面没有像文章的链接";
        TooLittleText "too little text there" "命中了，但里面几乎没有文字";
        Grammar "refused by the field's grammar" "命中了，但不合这一字段的要求";
        TooLittleSpeaks "too little speaks for it" "证据不足";
        LessSpeaks "less speaks for it" "证据不如别的多";
        Later "another candidate came first" "前面的已经够用";
    }

    /// What stands around and inside bodies and is not the article's, told by its words or by the name of its element.
    Noise {
        Comments "comments" "评论";
        Footer "footer" "页脚";
        Copyright "copyright" "版权";
        Disclaimer "disclaimer" "免责声明";
        SideBar "side bar" "侧栏";
        Breadcrumb "breadcrumb" "位置导航";
        RelatedList "related list" "相关列表";
        ShareBar "share bar" "分享栏";
        Player "player" "播放器";
        PopUp "pop-up" "弹窗";
        QrCode "QR code" "二维码";
        Advertisement "advertisement" "广告";
        SubscriptionBox "subscription box" "订阅栏";
        AppDownload "app download" "客户端下载";
        Pagination "pagination" "翻页";
        ToolBar "tool bar" "工具栏";
        Navigation "navigation" "导航";
        LoginBox "login box" "登录框";
        EditorLine "editor line" "编辑署名";
        PreviousNext "previous and next" "上一篇与下一篇";
        Tags "tags" "标签";
        Vote "vote" "点赞";
        EndMark "end mark" "结束标记";
        Label "label" "栏目字样";
        NextArticle "next article" "下一篇文章";
        Declaration "declaration" "声明";
        Promotion "promotion" "推广";
        Control "control" "按钮";
        Controls "controls" "按钮栏";
        AppLine "app line" "客户端推广";
        OriginalTitle "original title" "原标题";
        PlayerLabel "player label" "播放器字样";
        CaptionLabel "caption label" "图注字样";
        TermsOfUse "terms of use" "使用条款";
        Counter "counter" "计数";
        WayBack "way back to the site" "返回网站";
        PaperPage "page of the paper" "报纸版面";
        StockQuote "stock quote" "股票行情";
    }

    /// Why something was cut for where it stands, or because a field has it.
    Cut {
        NamedByRule "named by the rule" "规则指明";
        LinkList "list of links" "链接列表";
        LinkLine "link line" "单独成行的链接";
        AboveText "above the first paragraph" "首段之上";
        ListAboveText "list above the first paragraph" "首段之上的列表";
        Headline "headline repeated" "重复的标题";
        Summary "summary" "摘要";
        Subtitle "subtitle" "副题";
        CreditLine "credit line" "署名行";
        LabelValue "value of a label" "栏目的内容";
        Tail "tail of the page" "页面末尾";
    }
}

/// Why something was cut from the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Removal {
    /// For what it is.
    Noise(Noise),
    /// For where it stands, or because a field has it.
    Cut(Cut),
}

impl Removal {
    /// In Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Noise(noise) => noise.zh(),
            Self::Cut(cut) => cut.zh(),
        }
    }
}

impl fmt::Display for Removal {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Noise(noise) => noise.fmt(f),
            Self::Cut(cut) => cut.fmt(f),
        }
    }
}

impl From<Noise> for Removal {
    fn from(noise: Noise) -> Self {
        Self::Noise(noise)
    }
}

impl From<Cut> for Removal {
    fn from(cut: Cut) -> Self {
        Self::Cut(cut)
    }
}
