//! The trace's vocabulary: by what a value was found, why a candidate lost, why something was cut; in English and Chinese. Judges nothing.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Enums whose values are printed in English (`Display`) and Chinese (`zh`), and named in JSON in snake case.
macro_rules! printed {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $en:literal $zh:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name { $(#[doc = concat!($en, "（", $zh, "）")] $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

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
        ScriptTime "time that a script names as that of publication" "脚本里的发布时间";
        UrlDay "day in the URL" "网址里的日期";
        GivenUrl "URL given" "给出的网址";
        FirstPicture "first picture of the body" "正文第一张图";
        DashedLine "line with a dash below the headline" "标题下方破折号开头的一行";
        LineApart "line alone between headline and text" "标题与正文之间单独的一行";
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
        HeadedList "headlines under a heading of their own below the text" "正文下方标题引出的一组文章";
    }

    /// Why a candidate did not become a field's value.
    Refusal {
        MatchedNothing "matched nothing" "没有命中";
        NoItems "no items" "命中了，但里面没有像文章的链接";
        TooLittleText "too little text there" "命中了，但里面几乎没有文字";
        Grammar "refused by the field's grammar" "命中了，但不合这一字段的要求";
        NoTime "no time in it" "命中了，但里面没有认得的时间";
        NotLater "not later than the publication" "不晚于发布时间";
        NoPerson "no person in it" "命中了，但里面没有人名";
        Outlet "an outlet and no person" "是媒体的名字，不是人名";
        Editor "names the editor" "是编辑，不是作者";
        NoOutlet "no outlet in it" "命中了，但里面没有媒体名";
        Person "a person and no outlet" "是人名，不是媒体名";
        RepeatsTitle "repeats the title" "与标题重复";
        RepeatsBody "repeats the body" "与正文开头重复";
        Empty "nothing in it" "命中了，但里面是空的";
        TooShort "shorter than the field may be" "太短";
        TooLong "longer than the field may be" "太长";
        Leftover "a template's placeholder" "是没有填好的模板";
        Keywords "a list of keywords" "是一串关键词";
        OfSite "about the site, not the article" "说的是网站，不是这篇文章";
        NoWords "no words in it" "命中了，但里面没有词语";
        NoTrail "no trail in it" "命中了，但不像位置导航";
        NoAddress "no address in it" "命中了，但不是网址";
        OtherArticle "leads to another article" "指向别的文章";
        Logo "a logo or placeholder" "是图标或占位图";
        Hidden "hidden on the page" "命中了，但在页面上是隐藏的";
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
        SlideCopy "copy of a slide" "轮播副本";
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
        Copy "said above already" "上文已有";
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

printed! {
    /// What speaks for a kind of page, a list of articles, a headline, a writer or an outlet, or against it.
    Witness {
        MostPages "most pages are articles" "多数网页是文章";
        Dated "a time of publication" "有发布时间";
        Credited "an outlet, a writer or an editor" "有来源、作者或责编";
        SurelyCredited "a known sort of outlet, or a name" "来源像媒体，或有人名";
        Nameless "neither time nor credit" "没有时间，也没有署名";
        Undated "no time of publication" "没有发布时间";
        OnlyTeasers "only texts cut short" "全是截断的文字";
        DeclaresArticle "declares itself an article" "自称是文章";
        RuleTemplate "read by a site's rule" "有网站规则的模板";
        HeadlineAbove "a headline above the body" "正文上方有标题";
        Text "150 characters of text" "正文有 150 字";
        LongText "500 characters of text" "正文有 500 字";
        MostOfPage "most of the page's text is the body" "网页文字大半是正文";
        LittleOfPage "hardly any of the page's text is the body" "正文只占网页文字的一小部分";
        ArticleAddress "an address like an article's" "网址像文章的";
        NoSentence "no sentence to read" "没有完整的句子";
        TextAndFewLinks "a text and few links" "有正文，链接很少";
        Unreadable "nothing somebody can read" "没有可读的内容";
        TextPage "a headline and text without markup" "无标记文本，有标题";
        TextSentences "sentences without markup" "无标记文本，有句子";
        FewWords "a few words of text" "只有几个字";
        SaysGone "says that the page is gone" "写明页面不存在";
        SaysNotShown "says that the page is not shown" "写明不能显示";
        WordOfGone "a word of pages that are gone" "有页面不存在的字样";
        WordOfNotShown "a word of pages that are not shown" "有不能显示的字样";
        AsksForPassword "asks for a password" "要求输入密码";
        LoginAddress "address of a way in" "网址像登录页";
        FrontAddress "address of a front page" "网址像首页";
        NamedList "address or title of a list" "网址或标题像列表";
        DeclaresList "declares itself a list" "自称是列表";
        AddressWord "a word in the address" "网址里的词";
        LinksNoBody "links and no body" "有链接，没有正文";
        LinksLittleText "little text among links" "链接多，文字少";
        LinksLittleDatedText "little text among links, with a time" "链接多，文字少，但有时间";
        HundredLinks "a hundred links around little text" "少量文字周围有上百链接";
        Teasers "texts cut short" "截断的文字";
        ChannelTitle "title of a channel" "标题像频道";
        LinkedHeadings "headings that are links" "标题行都是链接";
        Posts "texts below headings that lead to them" "各段文字的标题都是链接";
        NamedGallery "address or title of a gallery" "网址或标题像图集";
        DeclaresGallery "declares itself a gallery" "自称是图集";
        Pictures "pictures and little text" "图多字少";
        OnlyPictures "pictures and no sentence" "有图，没有句子";
        NamedVideo "address or title of a film" "网址或标题像视频";
        DeclaresVideo "declares itself a film" "自称是视频";
        VideoTitle "title of a film" "标题写明是视频";
        PlayerAndLine "a player and one line" "播放器和一行字";
        PlayerAndWords "a player and a few words" "播放器和几个字";
        OnlyPlayer "a player and no sentence" "有播放器，没有句子";
        NamedLive "address of a live text" "网址像直播";
        DeclaresLive "declares itself a live text" "自称是直播";
        ClockedLines "lines that start with a clock" "多行以时刻开头";
        Growing "says that it goes on growing" "写明持续更新";
        NoNewsTitle "title of a site without news" "标题是没有新闻的网站";
        NamedOther "address or title of something else" "网址或标题像别的页面";
        DeclaresOther "declares itself something else" "自称是别的页面";
        NeitherBodyNorLinks "neither body nor links" "没有正文，也没有链接";
        NotChinese "not Chinese" "不是中文";
        Mojibake "decoded with the wrong charset" "乱码";
        Chapter "a chapter with ways to the next" "有上一章、下一章";
        ChapterTitle "title of a chapter" "标题像章节";
        Poems "poems" "诗词";
        UndatedAnswers "answers and no time of publication" "有楼层，没有发布时间";
        ThreadControls "controls of a thread" "帖子的按钮";
        Answers "people answer each other" "有人互相回复";
        ShopWords "words of a shop" "商店的字样";
        ManyShopWords "many words of a shop" "许多商店的字样";
        CompanyMenu "menu of a company" "企业网站的菜单";
        SaleTitle "title of something for sale" "标题像商品";
        CompanyCard "a company's card" "企业名片";
        SoftwareCard "a game's or program's card" "游戏或软件的介绍";
        JobCard "a job that is offered" "招聘职位";
        Profile "somebody's page" "个人主页";
        IntroductionTitle "title of an introduction" "标题像简介";
        NamelessIntroduction "an introduction without time and credit" "没有时间和署名的简介";
        HouseTitle "title is the name of a house, school or firm" "标题只是机构名称";
        SureLabel "label of related articles" "标题是相关文章一类";
        UsualLabel "label of articles" "标题像文章列表";
        MenuLabel "label that menus have too" "标题菜单里也有";
        NoLabel "no label" "没有标题";
        LinksAreItems "links are items" "链接大都是条目";
        AddressesAlike "addresses alike" "网址彼此相像";
        AddressesLikePage "addresses like the page's" "网址与本页相像";
        Headlines "headlines" "像标题";
        Names "names" "像名称";
        Furnished "summaries, times, pictures" "有摘要、时间或图片";
        OneAlone "one alone" "只有一条";
        AboveHeadline "above the headline" "在标题上方";
        InMenu "in a menu or footer" "在菜单或页脚里";
        OtherSites "other sites' addresses" "都是别的网站";
        OtherSitesUnlabelled "other sites' addresses and no label" "都是别的网站，又没有标题";
        MenuWords "words of a menu" "像菜单里的词";
        PreviousNext "previous and next" "上一篇、下一篇";
        LabelInLine "label in the same line" "与标题同一行";
        ItemArticleAddress "item with an article's address" "条目网址像文章的";
        ItemBesideAddress "item with an address of tags or topics" "条目网址像标签或专题的";
        ItemApartAddress "item with an address of comments or people" "条目网址像评论或个人的";
        ItemAmongArticles "item among articles that is none" "条目夹在文章之间而不像文章";
        ItemAlike "item with an address like the others'" "条目网址与别的条目相像";
        ItemLikePage "item with an address like the page's" "条目网址与本页相像";
        ItemOwnSite "item of the page's own site" "条目属于本站";
        ItemElsewhere "item of another site than the others" "条目属于别的网站";
        ItemFurnished "item with a summary or time" "条目有摘要或时间";
        ItemHeadline "item as long as a headline" "条目像标题那么长";
        ItemShort "item of a few characters" "条目只有几个字";
        ItemSureLabel "item under a sure label" "条目在确定的标题之下";
        RuleStep "a step of a site's rule" "网站规则的一步";
        UnprovenRule "a step of a rule that no page has proved" "未经网页证实的规则";
        TitleRepeated "headline that the page's title repeats" "网页标题里也有的标题";
        TitleLinked "headline in the page's data" "页面数据里的标题";
        TitleMeta "headline in a meta made for it" "专用元数据里的标题";
        TitleShared "headline in og:title" "og:title 里的标题";
        TitleOfPage "headline in the page's title" "网页标题";
        TitleAboveText "headline in an element named so, or above the text" "名为标题或在正文上方";
        TitleLargest "the largest heading" "最大的标题";
        TitleOfSite "headline that is a site's name" "只是网站或栏目名";
        TitleShort "headline of a few characters" "标题只有几个字";
        TitleApart "headline whose words the text has not" "正文没有标题里的词";
        WriterLabel "writer behind a label" "标签后的作者";
        WriterByline "writer in a byline" "署名行里的作者";
        WriterNamed "writer in an element named so" "名为作者的元素";
        WriterWritten "writer in the text" "正文里的署名";
        WriterBeside "writer beside the time" "时间旁的名字";
        WriterLinked "writer in the page's data" "页面数据里的作者";
        WriterMeta "writer in a meta" "元数据里的作者";
        WriterInTitle "writer in the page's title" "网页标题里的作者";
        WriterNoPerson "writer who is plainly no person" "不像人名的作者";
        WriterCutOff "list of writers that is cut off" "作者未列全";
        SourceFollowed "account to follow" "可关注的账号";
        SourceLabel "outlet behind a label" "标签后的来源";
        SourcePublisher "who put it on the page" "发布机构";
        SourceNamed "outlet in an element named so" "名为来源的元素";
        SourceInfo "outlet in a line beside the time" "时间旁的媒体名";
        SourceByline "outlet in a byline" "署名行里的媒体";
        SourceUser "user beside the time" "时间旁的用户名";
        SourceBelow "outlet behind a label far below" "正文下方标签后的来源";
        SourceMeta "outlet in a meta" "元数据里的来源";
        SourceLinked "outlet in the page's data" "页面数据里的来源";
        SourceAccount "account in an element named so" "名为账号的元素";
        SourceWriter "account in an element named author" "名为作者的账号";
        SourceBeside "name beside the time" "时间旁的名称";
        SourceSite "outlet in a meta of the writer" "作者元数据里的媒体";
    }
}

/// A witness and what it weighs: `headlines +1.0`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Weighed {
    /// What speaks.
    pub witness: Witness,
    /// How much it says: for the value if above 0, against it below. The sums of two values can be compared, where both are of one field.
    pub weight: f32,
}

impl Weighed {
    /// In Chinese: `像标题 +1.0`.
    pub fn zh(self) -> String {
        format!("{} {:+.1}", self.witness.zh(), self.weight)
    }
}

impl fmt::Display for Weighed {
    /// In English: `headlines +1.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:+.1}", self.witness, self.weight)
    }
}
