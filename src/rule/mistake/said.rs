//! A mistake in both languages.

/// What is wrong and what to do, in both languages.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) en: String,
    pub(crate) zh: String,
}

pub(crate) fn said(en: impl Into<String>, zh: impl Into<String>) -> Said {
    Said {
        en: en.into(),
        zh: zh.into(),
    }
}
