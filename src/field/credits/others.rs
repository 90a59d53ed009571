//! Credits other than writers and editors: pictures, layout, proofs. By role.

use crate::article::Credit;
use crate::content::labelled::Region;
use crate::field::context::Context;
use crate::field::credits::written::BodyText;
use crate::grammar::byline;
use crate::grammar::byline::NameKind;
use crate::grammar::label::Label;
use crate::grammar::lexicon::facet::Facet;
use crate::grammar::outlet;
use crate::trace::node_path::NodePath;
use crate::trace::{CreditTrace, Tracer};

/// Everybody credited with something but writing and editing.
pub(super) fn find(cx: &Context<'_>, text: &BodyText, tracer: &mut Tracer) -> Vec<Credit> {
    let mut out: Vec<Credit> = Vec::new();
    let mut add = |credit: Credit| match out.iter_mut().find(|c| c.role == credit.role) {
        Some(known) => {
            for name in credit.names {
                if !known.names.contains(&name) {
                    known.names.push(name);
                }
            }
        }
        None if !credit.names.is_empty() => out.push(credit),
        None => {}
    };
    // 图源：城东日报 says where a picture is from, not who took it.
    let mut add = |mut credit: Credit| {
        credit
            .names
            .retain(|name| !outlet::is_outlet(name) && !Facet::GivenEnd.ends(name));
        add(credit);
    };
    for said in cx.said {
        if let Label::Credit(role) = said.label
            && said.region != Region::Other
        {
            tracer.note(|trace| {
                trace.credits.push(CreditTrace {
                    role,
                    label: said.name.clone(),
                    value: said.value.clone(),
                    at: said.on_page().map(|ix| NodePath::of(ix.0)),
                });
            });
            add(Credit::new(
                role,
                byline::names(&said.value, NameKind::Other),
            ));
        }
    }
    for (_, credits) in text.all() {
        credits.credits.iter().cloned().for_each(&mut add);
    }
    out
}
