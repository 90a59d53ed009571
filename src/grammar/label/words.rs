//! What label each facet of the lexicon is, and what ties its words to their value. Not the words, nor how a line is split at them.

use std::sync::LazyLock;

use crate::article::Role;
use crate::grammar::label::kinds::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::lexicon::query;
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

/// Words by their facet, the label each is, and what ties it to its value.
#[rustfmt::skip] // One line a label.
const ROWS: &[(Facet, Label, Separator)] = &[
    (Facet::SourceLabel, Label::Source, Separator::Colon),
    (Facet::AuthorLabel, Label::Author, Separator::Space),
    (Facet::TextLabel, Label::Author, Separator::Slash),
    (Facet::OriginalLabel, Label::Author, Separator::Colon),
    (Facet::EditorLabel, Label::Editor, Separator::Space),
    (Facet::PublishedLabel, Label::Published, Separator::Time),
    (Facet::UpdatedLabel, Label::Updated, Separator::Time),
    (Facet::TagsLabel, Label::Tags, Separator::Colon),
    (Facet::TrailLabel, Label::Breadcrumb, Separator::Colon),
    (Facet::OriginalTitleLabel, Label::OriginalTitle, Separator::Colon),
    (Facet::SummaryLabel, Label::Summary, Separator::Colon),
    (Facet::PhotographerLabel, Label::Credit(Role::Photographer), Separator::Space),
    (Facet::PictureLabel, Label::Credit(Role::Photographer), Separator::Slash),
    (Facet::VideoLabel, Label::Credit(Role::Video), Separator::Space),
    (Facet::TranslatorLabel, Label::Credit(Role::Translator), Separator::Space),
    (Facet::ProofreaderLabel, Label::Credit(Role::Proofreader), Separator::Space),
    (Facet::ReviewerLabel, Label::Credit(Role::Reviewer), Separator::Space),
    (Facet::ProducerLabel, Label::Credit(Role::Producer), Separator::Space),
    (Facet::PlannerLabel, Label::Credit(Role::Planner), Separator::Space),
    (Facet::ChiefEditorLabel, Label::Credit(Role::ChiefEditor), Separator::Space),
    (Facet::DesignerLabel, Label::Credit(Role::Designer), Separator::Space),
    (Facet::PresenterLabel, Label::Credit(Role::Presenter), Separator::Space),
    (Facet::InternLabel, Label::Credit(Role::Intern), Separator::Space),
    (Facet::ContributorLabel, Label::Credit(Role::Contributor), Separator::Colon),
    (Facet::CounterLabel, Label::Noise, Separator::Free),
    (Facet::OtherLabel, Label::Noise, Separator::Colon),
];

/// Every label word.
pub(crate) static TABLE: LazyLock<Words<(Label, Separator)>> = LazyLock::new(|| {
    let rows = ROWS.iter();
    query::finder(rows.map(|&(facet, label, tie)| (facet, (label, tie))))
});
