//! What becomes of a line of the body that has a phrase of some facet in some place. The phrases stand in the lexicon.

use crate::grammar::boilerplate::verdict::LineVerdict::{self, Drop, End};
use crate::grammar::boilerplate::verdict::Whereabouts::{self, Any, Start, Whole};
use crate::grammar::lexicon::facet::Facet;
use crate::reason::Noise;

/// Where in the line, what becomes of the line, and the phrases.
#[rustfmt::skip] // One line a facet.
pub(crate) const BODY: &[(Whereabouts, LineVerdict, Facet)] = &[
    (Whole, Drop(Noise::EndMark), Facet::EndMarkWhole),
    (Any, Drop(Noise::EndMark), Facet::EndMarkWithin),
    (Whole, Drop(Noise::ShareBar), Facet::ShareBarWhole),
    (Whole, Drop(Noise::Label), Facet::LabelWhole),
    (Start, End(Noise::RelatedList), Facet::RelatedListStart),
    (Start, End(Noise::NextArticle), Facet::NextArticleStart),
    (Start, End(Noise::Declaration), Facet::DeclarationStart),
    (Start, Drop(Noise::Disclaimer), Facet::DisclaimerStart),
    (Any, Drop(Noise::Disclaimer), Facet::DisclaimerWithin),
    (Any, Drop(Noise::Promotion), Facet::PromotionWithin),
    (Any, Drop(Noise::Control), Facet::ControlWithin),
    (Whole, Drop(Noise::Control), Facet::ControlWhole),
    (Start, Drop(Noise::Promotion), Facet::PromotionStart),
    (Whole, Drop(Noise::Promotion), Facet::PromotionWhole),
    (Start, Drop(Noise::ShareBar), Facet::ShareBarStart),
    (Any, Drop(Noise::ShareBar), Facet::ShareBarWithin),
    (Start, Drop(Noise::QrCode), Facet::QrCodeStart),
    (Any, Drop(Noise::QrCode), Facet::QrCodeWithin),
    (Any, Drop(Noise::AppLine), Facet::AppLineWithin),
    (Start, Drop(Noise::AppLine), Facet::AppLineStart),
    (Start, Drop(Noise::Control), Facet::ControlStart),
    (Start, Drop(Noise::PreviousNext), Facet::PreviousNextStart),
    (Start, Drop(Noise::Pagination), Facet::PaginationStart),
    (Start, Drop(Noise::Tags), Facet::TagsStart),
    (Start, Drop(Noise::OriginalTitle), Facet::OriginalTitleStart),
    (Any, Drop(Noise::PlayerLabel), Facet::PlayerLabelWithin),
    (Whole, Drop(Noise::PlayerLabel), Facet::PlayerLabelWhole),
    (Start, Drop(Noise::CaptionLabel), Facet::CaptionLabelStart),
    (Whole, Drop(Noise::Advertisement), Facet::AdvertisementWhole),
    (Whole, Drop(Noise::PreviousNext), Facet::PreviousNextWhole),
];
