//! What words are for: the facets of the lexicon. No words.

/// What a word is for. A word may have several; who asks for one of them gets all words that have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    /// Label of the outlet: 来源.
    SourceLabel,
    /// Label of the writer: 作者, 记者; a blank is enough behind it.
    AuthorLabel,
    /// Label of who wrote the text: 文 and a slash, a bar or a colon.
    TextLabel,
    /// Label of the writer that only a colon ties: 原创, 独家报道.
    OriginalLabel,
    /// Label of the editor: 责任编辑.
    EditorLabel,
    /// Label of the time of publication: 发布时间.
    PublishedLabel,
    /// Label of the time of the last change: 更新时间.
    UpdatedLabel,
    /// Label of tags: 关键词.
    TagsLabel,
    /// Label of the trail of channels: 当前位置.
    TrailLabel,
    /// Label of the headline that a reprint had: 原标题.
    OriginalTitleLabel,
    /// Label of a summary: 摘要.
    SummaryLabel,
    /// Label of who took the pictures: 摄影.
    PhotographerLabel,
    /// Label of whose the pictures are: 图, 供图.
    PictureLabel,
    /// Label of who filmed: 摄像.
    VideoLabel,
    /// Label of the translator: 翻译.
    TranslatorLabel,
    /// Label of the proofreader: 校对.
    ProofreaderLabel,
    /// Label of who let it pass: 审核.
    ReviewerLabel,
    /// Label of the producer: 监制.
    ProducerLabel,
    /// Label of who planned it: 策划.
    PlannerLabel,
    /// Label of the chief editor: 主编.
    ChiefEditorLabel,
    /// Label of who drew or laid it out: 设计.
    DesignerLabel,
    /// Label of who presents: 主播.
    PresenterLabel,
    /// Label of interns: 实习生.
    InternLabel,
    /// Label of who handed it in: 供稿.
    ContributorLabel,
    /// A control or counter that ends the value before it: 浏览次数, 分享到.
    CounterLabel,
    /// Label of something that no field holds: 热线, 版次.
    OtherLabel,
    /// How labels made of their own words end: 统筹编辑, 要闻编辑.
    EditorEnd,
    /// A word for a day or a moment that stands for a time: 昨天, 刚刚.
    DayWord,
    /// Line of the body that is it: end mark, 完.
    EndMarkWhole,
    /// Line of the body that holds it: end mark, 本文结束.
    EndMarkWithin,
    /// Line of the body that is it: share bar, facebook.
    ShareBarWhole,
    /// Line of the body that is it: label, 正文.
    LabelWhole,
    /// Line of the body that starts with it: related list, 相关阅读.
    RelatedListStart,
    /// Line of the body that starts with it: next article, 往下看更多文章.
    NextArticleStart,
    /// Line of the body that starts with it: declaration, 版权与免责声明.
    DeclarationStart,
    /// Line of the body that starts with it: disclaimer, 平台声明.
    DisclaimerStart,
    /// Line of the body that holds it: disclaimer, 以上内容仅代表作者.
    DisclaimerWithin,
    /// Line of the body that holds it: promotion, 新聞不漏接.
    PromotionWithin,
    /// Line of the body that holds it: control, 向下滾動閱讀更多.
    ControlWithin,
    /// Line of the body that is it: control, 點擊看圖輯.
    ControlWhole,
    /// Line of the body that starts with it: promotion, 更多精彩内容.
    PromotionStart,
    /// Line of the body that is it: promotion, 感兴趣的话.
    PromotionWhole,
    /// Line of the body that starts with it: share bar, 分享到.
    ShareBarStart,
    /// Line of the body that holds it: share bar, 分享让更多人看到.
    ShareBarWithin,
    /// Line of the body that starts with it: qr code, 扫一扫.
    QrCodeStart,
    /// Line of the body that holds it: qr code, 扫描二维码.
    QrCodeWithin,
    /// Line of the body that holds it: app line, 下载APP.
    AppLineWithin,
    /// Line of the body that starts with it: app line, 不用抽 不用搶.
    AppLineStart,
    /// Line of the body that starts with it: control, 点击播报本文.
    ControlStart,
    /// Line of the body that starts with it: previous next, 上一篇.
    PreviousNextStart,
    /// Line of the body that starts with it: pagination, 上一页.
    PaginationStart,
    /// Line of the body that starts with it: tags, 本文标签.
    TagsStart,
    /// Line of the body that starts with it: original title, 原标题.
    OriginalTitleStart,
    /// Line of the body that holds it: player label, 您的浏览器不支持.
    PlayerLabelWithin,
    /// Line of the body that is it: player label, 播放视频.
    PlayerLabelWhole,
    /// Line of the body that starts with it: caption label, （首圖來源.
    CaptionLabelStart,
    /// Line of the body that is it: advertisement, 广告.
    AdvertisementWhole,
    /// Line of the body that is it: previous next, 没有了.
    PreviousNextWhole,
    /// A phrase of headers and footers: a line with one is no prose, however long.
    PageFoot,
    /// The name of a control: a line of nothing else, two or more, is a tool bar.
    Button,
    /// What may follow a list's label in its line: 更多, 换一批.
    BehindLabel,
    /// How terms of use start: 凡本网注明.
    TermsStart,
    /// How a remark on the whole text starts: 本文为.
    ThisTextIs,
    /// A word for a view: 观点.
    View,
    /// What a view is not: 不代表.
    NotOurs,
    /// What only clauses on rights hold: 自有版权信息.
    RightsClause,
    /// A word for a licence: 授权.
    Licence,
    /// A licence for everybody: 创用CC. With a word for licences, a line is about it.
    OpenLicence,
    /// Whose duty alone it is: 独家负责.
    SoleDuty,
    /// A word for a website in clauses: 网站.
    Website,
    /// What follows a breach: 追究.
    Prosecution,
    /// The house in clauses: 本网, 本站.
    ThisHouse,
    /// A licence in clauses: 书面授权.
    WrittenLicence,
    /// Who has a licence: 被授权人.
    Licensee,
    /// How a clause asks: 请在.
    Plea,
    /// Until when: 日内.
    WithinDays,
    /// Where to complain: 与本网联系.
    Contact,
    /// How the label of a list ends that has its subject before it: 城东公园相关阅读.
    OwnListEnd,
    /// Where a way back leads: 首页, 频道.
    WayBackEnd,
    /// The way back: 返回.
    Back,
    /// The way to more: 更多.
    More,
    /// A word for a report, also as the verb behind names: 报道, 報導.
    Report,
    /// A word for news: 新闻.
    NewsWord,
    /// What opens an app: 打开.
    Open,
    /// What is opened: 新闻, APP.
    OpenedEnd,
    /// How invitations to follow an outlet start: 加入, 订阅.
    InvitationVerb,
    /// Where invitations lead: 公众号, LINE.
    InvitationPlace,
    /// How marks around a post set into the text start: 跳过, 结尾.
    EmbedStart,
    /// How names of what shows films end: 橙橘视频.
    MediaEnd,
    /// A source's label with its colon, within a line: 来源：.
    SourceColon,
    /// How a line ends that names an app or account: 客户端.
    AppEnd,
    /// A zone by its city: 北京时间.
    CityTime,
    /// How a line ends that says whose view a text is not: 立场.
    StanceEnd,
    /// A word of declarations on rights: 版权, 转载.
    RightsWord,
    /// How the head of a declaration ends: 声明：.
    DeclarationEnd,
    /// A place to share an article in, and the word for it: 微信, QQ空间.
    SharePlace,
    /// What describes a reporter without naming one: 首席, 驻京; dropped where it stands as a word of its own.
    Filler,
    /// Written where an author is not known: 佚名. None of these is a name.
    Nobody,
    /// Rank and office behind a name: 博士, 教授.
    PersonTitle,
    /// What is said of the names before it: 张三报道, 李四摄.
    NameVerb,
    /// What looks like surname and given name but is neither: 方面.
    NoName,
    /// How no name starts: 关于.
    NoNameStart,
    /// A word in the Latin names of bodies, never in a person's: Agency.
    Organisation,
    /// Written after 来源： where no outlet is named: 本站原创.
    NoOutlet,
    /// What stands in front of names and says who they are: 记者, 通讯员.
    Reporter,
    /// The same for who translated and put together: 编译.
    Compiler,
    /// Such a word with a rank: 特约记者.
    RankedReporter,
    /// Where a value runs on into what may be done with the text: 如需转载.
    RunOn,
    /// A piece of names that are written after their sound and have no surname (Tibetan, Mongolian, Uyghur, Kazakh): 卓玛.
    NamePiece,
    /// How the institutions end that stand before a name without a mark: 大学.
    InstitutionEnd,
    /// How offices end that send a text in, before who wrote it there: 宣传部.
    SubmitterEnd,
    /// What a house calls itself before its reporters: 本报.
    OwnHouse,
    /// How a line starts that says what a book is: 出版社.
    BookLabel,
    /// How the names of desks end: 编辑部, 小组.
    DeskEnd,
    /// The word before an intern's name: 实习生.
    InternWord,
    /// A filler that signs for a desk where an author is named: 综合, 整理.
    DeskFiller,
    /// A role that signs for a desk: 本报评论员.
    DeskRole,
    /// The word for a writer, in remarks on one: 作者.
    WriterWord,
    /// Label of a list for this reader: 为您推荐, 猜你喜欢.
    ReaderList,
    /// Label of a list about the matter: 相关, 延伸.
    RelatedList,
    /// Label of a list of what is read most: 排行, 热门.
    HotList,
    /// Label of a list of what is new, and of the neighbours of an article: 最新, 上一篇.
    LatestList,
    /// The same in simplified characters only: 快讯 heads a list where 快訊 opens a headline.
    Ticker,
    /// Label of a list of what somebody recommends: 推荐, 精选.
    RecommendedList,
    /// A word that headings of such lists have more often than those of channels: 看, 您, 回顾. More must speak for the list.
    ListHint,
    /// A noun that `更多…` ends with where it announces articles: 报道.
    MoreOf,
    /// A whole label that channels are named by as well: in a menu it announces nothing. More must speak for the list.
    MenuLabel,
    /// A word that makes a label one of this article's or this reader's list, whatever else stands in it: 相关.
    SureLabel,
    /// A word within a short line that is none of these labels, whatever words of them it has: 推荐理由.
    NoListLabel,
    /// How labels end that announce other things than articles: 游戏, 影院.
    OtherThing,
    /// How labels end that stand before a headline in one line. Other words before a colon are part of the headline.
    LeadingEnd,
    /// The counter of answers: 跟贴.
    FollowUp,
    /// A noun behind 上一篇 and 下一条: 新闻, 文章.
    NeighbourNoun,
    /// What owns up to an item being advertised: 推广.
    Paid,
    /// The text of a link that is a control: 加载更多.
    LinkControl,
    /// How texts begin that are no headlines: addresses, controls: 查看.
    NoHeadlineStart,
    /// A word around figures that count something: readers, answers, what is left of an auction: 点击.
    Counted,
    /// What leads to a page about the site: 关于.
    About,
    /// The way to complain to the site: 意见反馈.
    Feedback,
    /// A word of a page's foot: 备案, 版权.
    FootWord,
    /// A word of controls and of comments beside the items of a list: 评论, 收藏.
    ListControl,
    /// How a control ends that leads to more: 更多.
    MoreEnd,
    /// A title or short text of pages that are gone: 页面不存在.
    Missing,
    /// A title or short text of pages that were not shown: 验证码.
    Blocked,
    /// A sign of threads, questions with answers, bulletin boards: 只看楼主.
    SignThread,
    /// A sign of who began a thread: 楼主.
    SignPoster,
    /// A sign of an answer: 回复.
    SignAnswer,
    /// A sign of poems: 诗词.
    SignPoem,
    /// A sign of a reading of a poem: 赏析.
    SignReading,
    /// A sign of chapters: 下一章.
    SignChapter,
    /// A sign of shops: 加入购物车.
    SignShop,
    /// A sign of the menu of a company that sells things: 产品中心.
    SignFirm,
    /// A sign of a company's card: 注册资本.
    SignCompany,
    /// A sign of a game's or a program's card: 软件大小.
    SignSoftware,
    /// A sign of a job that is offered: 申请职位.
    SignJob,
    /// A sign of somebody's page: 个人主页.
    SignProfile,
    /// How a text ends that is cut short: 阅读全文.
    TeaserEnd,
    /// How an age ends: 分钟前.
    AgeEnd,
    /// How the names of houses, schools and firms end: 博物馆.
    HouseEnd,
    /// How the headline of an introduction ends, not of news: 简介, 关于我们.
    IntroductionEnd,
    /// How the name of a channel ends: 频道, 要闻.
    ChannelEnd,
    /// The whole name of a channel that all sites have: 体育.
    ChannelName,
    /// A word for a film in a title: 视频.
    FilmWord,
    /// How titles of things for sale end: 报价.
    SaleEnd,
    /// What the last part of a title names where no one publishes news: 论坛, 百科.
    OtherSite,
    /// The same of a page of search results: 搜索.
    SearchSite,
    /// The same of a page with a film: 在线观看.
    FilmSite,
    /// The end of the title of a site without news, whatever time and writer the page has: 贴吧.
    NoNewsSite,
    /// A board of readers that is a channel of news sites too: 社区.
    Community,
    /// What a title says of a page that goes on growing: 不断更新.
    Growing,
    /// How the title of a gallery starts: 图集.
    GalleryStart,
    /// What the title of a gallery holds: 图片新闻——.
    GalleryTitle,
    /// What the title of a page of search results holds: 搜索结果.
    SearchTitle,
    /// A control of boards, looked for in the whole page: 只看该作者.
    BoardControl,
    /// How the names of sites and channels end: 网, 频道.
    SiteEnd,
    /// How the name of an authority ends: 政府.
    AuthorityEnd,
    /// How the name of a newspaper's pages on the web ends: 数字报.
    PaperEnd,
    /// What a title says behind a site's name when it names no article: 正文, 首页.
    PageWord,
    /// What a title holds that is a site's name alone: 官网.
    SiteSort,
    /// How the names of offices and bodies end, besides those of sites and outlets: 局, 协会.
    OfficeEnd,
    /// A word in the names of channels that all sites have: 动态.
    ChannelWord,
    /// A control, count or remark that stands behind a source's name: 字号.
    BehindOutlet,
    /// A role behind an outlet's name that no person's name follows: 橙橘新闻记者.
    OutletClaim,
    /// How a control starts that an outlet's name follows: 关注橙橘网.
    FollowStart,
    /// What counts readers behind an outlet's name: 次阅读.
    ReaderCount,
    /// A control's word that names of outlets have too: 某某评论; glued to a name it is none.
    NameWord,
    /// A word of sentences, that no outlet's name has: 表示.
    SentenceWord,
    /// A button glued to an outlet's name: 橙橘融媒关注.
    GluedButton,
    /// How the name of an outlet ends: 日报, 网.
    OutletEnd,
    /// A surname of two characters: 欧阳.
    CompoundSurname,
    /// A place that stands in datelines: provinces, large cities, Taiwan and Hong Kong, capitals: 北京.
    Place,
    /// Who gives pictures without being named: 受访者.
    Giver,
    /// What is said of who gave pictures: 供图.
    Given,
    /// What ends a byline: 报道, 电.
    BylineVerb,
    /// A word before such a verb that belongs to it: 综合.
    BeforeVerb,
    /// The word for a journalist within a label: 记者.
    JournalistWord,
    /// The word for what is translated and put together: 编译.
    CompiledWord,
    /// A label that opens a question in an interview as often as a byline: 记者.
    OpensQuestion,
    /// What parts names from where they report: 发自.
    SentFrom,
    /// What a byline says of who took the pictures: 摄, 供图.
    PicturedVerb,
    /// The one character for pictures behind a name: 图.
    PictureWord,
    /// What a byline says of who wrote and took the pictures: 文/图.
    BothVerb,
    /// How the name of a desk ends beside a writer's: 中心, 快讯.
    BylineDesk,
    /// Before an editor's name: 编辑.
    EditorWord,
    /// Before a photographer's name: 摄影记者.
    PhotoReporter,
    /// Before the name of who filmed: 视频记者.
    VideoReporter,
    /// A word before a role that belongs to it: 特约, 驻京.
    RoleAdjective,
    /// The first of two roles, the text: 文、图.
    BothText,
    /// The second of two roles, the pictures: 文、图.
    BothPictures,
    /// The third of three roles, the film: 文、图、视频.
    BothFilm,
    /// Behind the name of who wrote: 张三/文.
    BehindAuthor,
    /// Behind an editor's name: 李四/编辑.
    BehindEditor,
    /// Behind the name of who took the pictures: 李四/摄.
    BehindPhotographer,
    /// Behind the name of who filmed: 李四/视频.
    BehindFilmer,
    /// Behind a translator's name: 李四/译.
    BehindTranslator,
    /// Behind the name of who wrote and took the pictures: 张三/文图.
    BehindBoth,
    /// How the head of a dispatch ends: 5月9日电, 本报讯.
    DispatchEnd,
    /// A role in a byline without brackets: 记者, or a slash.
    DatelineRole,
    /// What ends a byline without brackets: 报道, 日电.
    DatelineVerb,
    /// How an outlet's name ends in a dateline: 社, 在线.
    AgencyEnd,
    /// How a dispatch goes on behind its place and day: 电, 记者.
    DispatchWord,
    /// A word before that: 综合, 特约.
    DispatchAdjective,
    /// What no channel of a site is named: a control, a menu, a byline: 登录.
    NoChannel,
    /// How the label of a trail ends: 当前位置.
    TrailEnd,
    /// The label of a trail without a colon: 当前位置.
    TrailStart,
    /// What follows the last channel without a separator: 正文.
    ArticleEnd,
    /// What a trail ends in that is no channel: 正文, 详情.
    TrailLast,
    /// Before what a page shows, at the end of a trail: 查看内容.
    ViewVerb,
    /// The word for a channel: 频道.
    ChannelNoun,
    /// A name of the rest of an article: 余下内容.
    Rest,
    /// Money: 付费.
    PaidFor,
    /// An account: 登录.
    SignedIn,
    /// What makes a condition of it: 订阅后继续阅读. An advertisement has none.
    Condition,
    /// What is said of an article that only some may read: 专享.
    Reserved,
    /// What is reserved: 本文.
    ThisArticle,
    /// The end of a sample: 试读结束.
    SampleEnd,
    /// What a control does to the rest: 展开.
    RestControl,
    /// The text of a link that leads on to the article whose headline stands beside it: 详细.
    LeadsOn,
    /// Whom an article tells of, and no notice speaks to: 市民.
    ToldOf,
    /// How much is left of it: 剩余.
    Left,
    /// The label before a list of tags, with or without a colon: 标签.
    TagListLabel,
    /// A word that may stand around a time without making the value more than a time: 发布时间.
    TimeWord,
    /// What names an origin behind a time: 来自.
    FromWord,
    /// What stands before the page's own clock: 今天是.
    PageClock,
    /// A word for a part of the day, morning: 上午.
    MorningWord,
    /// A word for a part of the day, afternoon: 下午.
    AfternoonWord,
    /// A word for a part of the day, noon: 中午.
    NoonWord,
    /// A word for a part of the day, evening: 晚上.
    EveningWord,
    /// A word for a part of the day, night: 夜间.
    NightWord,
    /// A zone of +08:00 in words: 北京时间.
    East8,
    /// The first half of the day behind the clock: 08:21 上午.
    ForenoonBehind,
    /// The second half of the day behind the clock: 08:21 下午.
    AfternoonBehind,
    /// What stands before the number of a day of the week: 星期.
    WeekWord,
    /// A unit of how long ago, seconds: 秒钟.
    SecondsUnit,
    /// A unit of how long ago, minutes: 分钟.
    MinutesUnit,
    /// A unit of how long ago, hours: 个小时.
    HoursUnit,
    /// A unit of how long ago, days: 天.
    DaysUnit,
    /// A unit of how long ago, weeks: 个星期.
    WeeksUnit,
    /// A unit of how long ago, months: 个月.
    MonthsUnit,
    /// A unit of how long ago, years: 年.
    YearsUnit,
    /// Today: 今天.
    Today,
    /// Yesterday: 昨天.
    Yesterday,
    /// The day before yesterday: 前天.
    DayBefore,
    /// What may stand right after 昨天 or 刚刚 in an info line: 发布.
    AfterMoment,
    /// A moment ago: 刚刚.
    JustNow,
    /// Half an hour ago: 半小时前.
    HalfHourAgo,
    /// What makes a length of time an age: 前.
    Ago,
    /// A word beside a clock that makes it a time of the day named before it: 11月27日 20:53更新 20:11建立.
    ClockLabel,
    /// The word for a time between a day and its clock: 时间.
    TimeNoun,
    /// The head of what readers say: 网友评论.
    CommentsHead,
    /// A word with which a site speaks of its own rights: 版权, 本网.
    LegalWord,
    /// What captions say of their pictures, and remarks of the text: 图为, 资料图.
    CaptionWord,
    /// How a caption begins: 图为.
    CaptionStart,
    /// A credit that a caption ends with: 摄, 供图.
    CaptionEnd,
    /// A credit that a caption has in it: 图源：.
    CaptionCredit,
    /// The head of a list of references: 参考资料.
    ReferencesHead,
    /// What announces a list of links in the text: 如下, 入口.
    ListAnnounced,
    /// A label in the table by which an office files a document: 索取号.
    DocumentLabel,
    /// What was done with an article by whom a line names: 由 张三 于 … 提交.
    SubmittedVerb,
    /// The dateline of a paper's own report: 本报讯.
    OwnDispatch,
    /// A title that a program writes where nobody did: 无标题文档.
    BlankTitle,
    /// The alt text that an editor sets of itself: 图片.
    DefaultAlt,
    /// The alt text that an editor sets of itself, at its end: 上传图片.
    UploadedAlt,
    /// A control that unfolds the rest of a text: 展开全文.
    Unfold,
    /// The remark that a text is the account's own: 原创.
    OriginalMark,
    /// A control to follow an account, in a line of its own: 关注.
    FollowControl,
    /// What a platform says of an outlet's account: 官方账号.
    OfficialAccount,
    /// A word that stands beside times and names nobody: a weekday, a remark, a channel every site has: 转载.
    BesideTime,
    /// A word of pagers: 上一页, 下一篇.
    PagerWord,
    /// The name of a front page: 首页.
    Home,
    /// The front page at the start of a trail: 首页.
    FrontPage,
    /// How the name of a site's department ends: 新闻中心.
    CentreEnd,
    /// What a link says that leads to the next page of the article: 下一页.
    NextPage,
    /// What says that a time is of a change, behind it: 更新.
    Changed,
    /// How a name ends that is no account's: 网站.
    NoAccount,
    /// What may stand before a pen name: 作者, by.
    PenNameLabel,
    /// What opens the words about a writer, below a text: 作者简介.
    WriterIntro,
    /// A verb that ends a value which names a photographer: 摄.
    PictureVerb,
    /// A label of this article's writer, also in the text: 采写.
    ReportedLabel,
    /// What ends a name with which a house signs: 编辑部, 原创.
    HouseWriter,
    /// What is said of who gave a picture, behind a name: 提供.
    GivenEnd,
    /// What an element named author says of a person, no account: 国际部记者.
    PersonRole,
    /// A platform of accounts, beside an account's name: 企鹅号.
    Platform,
    /// Label of who put an article on the page, not of who it is by: 发布者.
    PublisherLabel,
    /// How a dateline in brackets ends within a paragraph: 报道）.
    DatelineEnd,
    /// A word in labels of lists of pictures, films, goods: 视频.
    OtherList,
    /// What ends the summary of an item: [详细].
    SummaryEnd,
    /// What a description says that is of the site, not of the article: 门户网站.
    SiteWide,
    /// The label of a reprint's headline with its colon: 原标题：.
    TitleBeforeSummary,
    /// The mark of a summary before the text: [摘要].
    SummaryMark,
    /// How the first channel of a trail ends: 首页, 网.
    HomeEnd,
    /// What speaks of a code to be scanned: 二维码.
    CodePointer,
    /// Where such a code stands if not below: 上图.
    CodeElsewhere,
    /// How the credit of a photograph starts below it: 来源.
    PictureSourceStart,
    /// A word of bars of controls that no caption has: 打印本页.
    ToolWord,
    /// A control, where the badge of a channel might stand: 登录.
    NoBadge,
    /// A control among tags: 展开.
    NoTag,
    /// What leads to the neighbour of an article: 上一篇.
    Neighbour,
    /// What a platform says of an account in its box: 优质创作者.
    AccountBadge,
    /// How a remark on rights names the text: 此内容为.
    ThisContentIs,
    /// The word for what is the house's own, in such a remark: 原创.
    OriginalWord,
    /// Whose the rights are: 著作权归.
    RightsBelong,
    /// The page's own clock, in simplified characters only: 北京时间; 北京時間 names a zone.
    BeijingClock,
    /// Where readers are sent: 请登录网站下载会议全文 says that they go there, not that they need an account here.
    Elsewhere,
    /// What a line holds that says what is opened: 打开橙橘APP.
    OpenedWithin,
    /// How a line of a footer starts that says who runs the site: 主办.
    FooterLabel,
    /// What only footers hold: 备案号.
    FooterSure,
    /// The name of a player's control, in English and in its Chinese translations: 总时长.
    PlayerControl,
    /// How a text of a player starts that stands there for screen readers: 关闭描述.
    PlayerText,
    /// What counts comments: 条评论.
    CommentCount,
    /// A control of one comment among others: 举报.
    CommentControl,
    /// A control that stands in an info line beside the time: 字体.
    InfoControl,
    /// The way to more of something, within a channel's place: 查看.
    LookUp,
    /// What a text's length is told for: 阅读, in 阅读约需3分钟.
    ReadingWord,
    /// In what it is told: 分钟.
    MinutesWord,
    /// What readers and customers write to an outlet for: 投稿, 广告合作.
    EditorialContact,
    /// Where a link leads that is no sentence: 请点击这里.
    ClickHere,
    /// What an outlet asks its readers for: 捐款, a subscription.
    AppealFor,
    /// How it asks: 欢迎, 点此.
    AppealAsk,
    /// Whose it is: 我们.
    AppealOurs,
    /// Whom it asks, and what he gets: 您, 免费.
    AppealReader,
    /// What readers pay an outlet for: 会员, 订阅.
    AccountFor,
    /// A badge before a headline in a list: 视频, 独家.
    ItemBadge,
    /// How the title of a live text begins, before a mark: 直播.
    LiveStart,
    /// How the title of a topic's page begins: 专题：.
    TopicStart,
    /// How a line begins that asks to scan the code above it: 长按.
    CodePress,
    /// How a line begins that leads to the article before or behind, with its day: Previous.
    NeighbourDay,
    /// What stands before a counter: 已有 0 条评论.
    BeforeCount,
}

impl Facet {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::BeforeCount as usize + 1;
}
