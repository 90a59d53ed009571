//! What is wrong and what to do, in both languages: who tells it knows which one is asked for, who finds it need not.

use crate::lang::Lang;

/// A text in both languages. As a `String` it is the Chinese one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    zh: String,
    en: String,
}

impl Told {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    pub fn pick(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

impl From<Told> for String {
    fn from(told: Told) -> Self {
        told.zh
    }
}
