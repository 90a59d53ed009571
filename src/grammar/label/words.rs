//! The table of label words in both scripts, and what ties each to its value. Not how a line is split at them.

use std::sync::LazyLock;

use crate::article::Role;
use crate::grammar::label::kinds::Label;
use crate::grammar::words::Words;

/// What may stand between a label and its value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Separator {
    /// A colon only.
    Colon,
    /// A colon, slash or bar: `文/张三`, `编辑丨李四`; a space only at the very start.
    Slash,
    /// Also a space, where the value is plainly a name: `编辑 张三`.
    Space,
    /// Also nothing, where a time follows: `发表于2024-05-10`.
    Time,
    /// Also nothing: a control, `阅读 1234`, `评论(3)`.
    Free,
}

struct Word {
    label: Label,
    tie: Separator,
    words: &'static str,
}

const WORDS: &[Word] = &[
    Word {
        label: Label::Source,
        tie: Separator::Colon,
        words: "来源 來源 稿源 文章来源 文章來源 本文来源 本文來源 稿件来源 稿件來源 信息来源 資訊來源 新闻来源 新聞來源 新聞出處 新聞引據 \
                消息来源 消息來源 图文来源 圖文來源 内容来源 內容來源 资料来源 資料來源 转自 轉自 转载自 轉載自 转载来源 来自 來自 \
                出处 出處 原文出處 原文出处 来源于 來源於 本文来源于 来源网站 来源媒体 来源单位 信息来源单位 发布机构 发布单位 发布者 發布者 发布人 媒体 媒體 Source source SOURCE",
    },
    Word {
        label: Label::Author,
        tie: Separator::Space,
        words: "作者 原作者 文章作者 本文作者 撰文 撰稿 撰稿人 采写 採寫 采访 採訪 采访撰文 採訪撰稿 采编 採編 记者 記者 本报记者 本報記者 见习记者 見習記者 实习记者 實習記者 \
                特约记者 特約記者 特派记者 特派記者 特约撰稿 特约撰稿人 特約撰稿人 文字记者 文字記者 首席记者 首席記者 通讯员 通訊員 特约通讯员 本文记者 主笔 主筆 执笔 執筆 执笔人 執筆人 供稿人 Author author By",
    },
    Word {
        label: Label::Author,
        tie: Separator::Slash,
        words: "文 文字 文案 撰 文图 文圖",
    },
    Word {
        label: Label::Author,
        tie: Separator::Colon,
        words: "原创 原創",
    },
    Word {
        label: Label::Editor,
        tie: Separator::Space,
        words: "责任编辑 責任編輯 责编 責編 编辑 編輯 网络编辑 網絡編輯 網路編輯 网编 網編 本文编辑 本文編輯 值班编辑 值班編輯 选稿 選稿 视频编辑 視頻編輯 \
                影音編輯 助理编辑 助理編輯 文字编辑 文字編輯 图片编辑 圖片編輯 核稿編輯 核稿编辑 实习编辑 實習編輯 执行编辑 執行編輯 新媒体编辑 新媒體編輯 本期编辑 本期編輯 当班编辑 當班編輯 \
                频道编辑 版面编辑 版面編輯 文章编辑 文章編輯 Editor editor",
    },
    Word {
        label: Label::Published,
        tie: Separator::Time,
        words: "发布时间 发布日期 发稿时间 发表时间 发表日期 发布于 发表于 发布 时间 日期 出版日期 出版时间 首发于 刊发时间 刊发日期 成文日期 添加时间 录入时间 创建时间 撰写时间 上传时间 \
                發佈時間 發布時間 發佈日期 發布日期 發稿時間 發表時間 發表日期 發佈於 發布於 發表於 發布 發佈 時間 出版 建立時間 文章日期 刊登時間 刊登日期 上架時間 上傳時間 Date Published",
    },
    Word {
        label: Label::Updated,
        tie: Separator::Time,
        words: "更新时间 更新日期 更新于 最后更新 最后更新时间 最近更新 修改时间 最后修改 编辑于 更新 更新時間 更新日期 更新於 最後更新 最後更新時間 最後更新日期 修改時間 編輯於 Updated",
    },
    Word {
        label: Label::Tags,
        tie: Separator::Colon,
        words: "标签 本文标签 文章标签 内容标签 內容標籤 相关标签 关键词 文章关键词 关键字 相关热词搜索 相关热词 本文关键词 Tags TAGS tags Tag TAG tag 话题 相关话题 標籤 本文標籤 文章標籤 相關標籤 继续阅读相同主题内容 繼續閱讀相同主題內容 繼續閲讀相同主題内容 關鍵字 關鍵詞 文章關鍵字 話題 相關字詞",
    },
    Word {
        label: Label::Breadcrumb,
        tie: Separator::Colon,
        words: "当前位置 您的位置 您现在的位置 您现在所在的位置 您当前的位置 您当前位置 你的位置 你现在的位置 你当前的位置 所在位置 现在位置 您所在的位置 您所在位置 位置 \
                目前位置 當前位置 您的位置 您現在的位置 你的位置 所在位置 您所在的位置 現在位置",
    },
    Word {
        label: Label::OriginalTitle,
        tie: Separator::Colon,
        words: "原标题 本文原标题 原题 原文标题 原標題 本文原標題 原題 原文標題",
    },
    Word {
        label: Label::Summary,
        tie: Separator::Colon,
        words: "摘要 内容摘要 文章摘要 导读 内容导读 核心提示 提要 内容提要 简介 核心阅读 新闻提要 划重点 內容摘要 文章摘要 導讀 內容導讀 內容提要 簡介 劃重點",
    },
    Word {
        label: Label::Credit(Role::Photographer),
        tie: Separator::Space,
        words: "摄影 攝影 摄影记者 攝影記者 图片摄影",
    },
    Word {
        label: Label::Credit(Role::Photographer),
        tie: Separator::Slash,
        words: "图 圖 图片 圖片 摄 攝 摄图 供图 供圖 图源 圖源 图片来源 圖片來源 题图 題圖 封面图片来源 图来源 配图 图文",
    },
    Word {
        label: Label::Credit(Role::Video),
        tie: Separator::Space,
        words: "摄像 攝像 视频 視頻 剪辑 剪輯 影音 视频剪辑 視頻剪輯 视频制作 视频拍摄 拍摄 拍攝 后期 後期",
    },
    Word {
        label: Label::Credit(Role::Translator),
        tie: Separator::Space,
        words: "翻译 翻譯 译者 譯者 编译 編譯 校译 译",
    },
    Word {
        label: Label::Credit(Role::Proofreader),
        tie: Separator::Space,
        words: "校对 校對 审校 審校 核稿 责任校对 責任校對 责校 一校 二校 三校 核校 校审",
    },
    Word {
        label: Label::Credit(Role::Reviewer),
        tie: Separator::Space,
        words: "审核 審核 初审 初審 复审 複審 復審 终审 終審 三审 二审 一审 监审 監審 审签 審簽 签审 审读 责审 审稿 審稿 值班审核 编审 編審 审定 审发",
    },
    Word {
        label: Label::Credit(Role::Producer),
        tie: Separator::Space,
        words: "监制 監製 总监制 總監製 出品人 出品 总监 總監 制片 製片 制片人 製片人 监播",
    },
    Word {
        label: Label::Credit(Role::Planner),
        tie: Separator::Space,
        words: "策划 策劃 总策划 總策劃 统筹 統籌 总统筹 執行統籌 执行统筹 策划人",
    },
    Word {
        label: Label::Credit(Role::ChiefEditor),
        tie: Separator::Space,
        words: "主编 主編 总编 總編 总编辑 總編輯 值班编委 值班编委 值班主编 值班总编 值班主任 执行主编 栏目主编 副主编 副總編輯 编委 編委 执行总编 栏目编辑主编",
    },
    Word {
        label: Label::Credit(Role::Designer),
        tie: Separator::Space,
        words: "设计 設計 制图 製圖 美编 美編 排版 海报 海報 海报设计 视觉 視覺 视觉设计 美术编辑 美術編輯 版式 版面设计 插画 插畫 插图 绘图 繪圖 动画 H5",
    },
    Word {
        label: Label::Credit(Role::Presenter),
        tie: Separator::Space,
        words: "主播 主持 主持人 播音 配音 朗读者 播报员 出镜 出鏡 出镜记者",
    },
    Word {
        label: Label::Credit(Role::Intern),
        tie: Separator::Space,
        words: "实习生 實習生",
    },
    Word {
        label: Label::Credit(Role::Contributor),
        tie: Separator::Colon,
        words: "供稿 投稿 推荐人 推薦人 推荐 推薦 供稿单位 报送 通联",
    },
    Word {
        label: Label::Noise,
        tie: Separator::Free,
        words: "浏览次数 浏览量 浏览 点击数 点击量 点击率 点击 点击次数 阅读 阅读量 阅读数 阅读次数 人气 评论 评论数 网友评论 跟贴 跟帖 参与互动 我要评论 分享到 分享至 分享 字号 字体 字體 字號 字体大小 字级 字級 \
                打印 打印本页 收藏 纠错 我要纠错 听新闻 语音播报 扫码 扫一扫 订阅 关注 举报 查看 回复 点赞 转发 下载 複製連結 列印 留言 瀏覽 瀏覽數 瀏覽次數 點擊 點閱 人氣 評論 點閱數 閱讀 收聽 訂閱 關注",
    },
    Word {
        label: Label::Noise,
        tie: Separator::Colon,
        words: "转载请注明来源 转载请注明出处 转载请注明 轉載請註明 热线 电话 邮箱 微信号 作者简介 编者按 编者注 编辑部 作者单位 栏目 分类 类别 频道 版次 版面 索引号 文号 信息索引 字数",
    },
];

/// Every label word.
pub(crate) static TABLE: LazyLock<Words<(Label, Separator)>> = LazyLock::new(|| {
    Words::new(WORDS.iter().flat_map(|entry| {
        let words = entry.words.split_whitespace();
        words.map(|word| (word, (entry.label, entry.tie)))
    }))
});
