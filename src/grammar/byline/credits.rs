//! Everyone credited in a piece of text, and how credits are added up. Reads no text.

use crate::article::{Credit, Role};
use crate::grammar::lexicon::is_bar;

/// Everyone credited in a piece of text.
#[derive(Default, Debug, Clone, PartialEq)]
pub(crate) struct Credits {
    pub authors: Vec<String>,
    pub editors: Vec<String>,
    pub credits: Vec<Credit>,
    /// The outlet: plainly labelled in a line, only a hint where an agency's head names it.
    pub source: Option<String>,
}

impl Credits {
    pub(crate) fn is_empty(&self) -> bool {
        self.authors.is_empty()
            && self.editors.is_empty()
            && self.credits.is_empty()
            && self.source.is_none()
    }

    /// Whether anyone is named, whatever the role.
    pub(crate) fn has_people(&self) -> bool {
        !self.authors.is_empty() || !self.editors.is_empty() || !self.credits.is_empty()
    }

    /// Whether several roles are named.
    pub(super) fn is_shared(&self) -> bool {
        let editors = usize::from(!self.editors.is_empty());
        usize::from(!self.authors.is_empty()) + editors + self.credits.len() > 1
    }

    pub(super) fn add(&mut self, what: RoleEffect, names: Vec<String>) {
        match what {
            RoleEffect::Author => add_names(&mut self.authors, names),
            RoleEffect::Editor => add_names(&mut self.editors, names),
            RoleEffect::AuthorAnd(role) => {
                add_names(&mut self.authors, names.clone());
                self.add(RoleEffect::Credit(role), names);
            }
            RoleEffect::Credit(role) => {
                if names.is_empty() {
                    return;
                }
                match self.credits.iter_mut().find(|credit| credit.role == role) {
                    Some(credit) => add_names(&mut credit.names, names),
                    None => self.credits.push(Credit::new(role, names)),
                }
            }
        }
    }
}

fn add_names(to: &mut Vec<String>, names: Vec<String>) {
    for name in names {
        if !to.contains(&name) {
            to.push(name);
        }
    }
}

/// What a label or role word makes of the names beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoleEffect {
    Author,
    Editor,
    /// `文、图/张三`
    AuthorAnd(Role),
    Credit(Role),
}

/// What may hang around a credit without meaning anything: `□本报记者 张三`.
pub(super) fn is_mark(c: char) -> bool {
    is_bar(c)
        || matches!(
            c,
            '□' | '■'
                | '⊙'
                | '○'
                | '●'
                | '◎'
                | '▲'
                | '▼'
                | '►'
                | '*'
                | '－'
                | '-'
                | '—'
                | '·'
                | '◆'
                | '◇'
                | '★'
                | '☆'
                | '\u{fffc}'
        )
}

pub(super) fn merge(to: &mut Credits, from: Credits) {
    add_names(&mut to.authors, from.authors);
    add_names(&mut to.editors, from.editors);
    for credit in from.credits {
        to.add(RoleEffect::Credit(credit.role), credit.names);
    }
    if to.source.is_none() {
        to.source = from.source;
    }
}
