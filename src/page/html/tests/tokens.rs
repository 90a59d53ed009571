//! What a tokenizer says, written down to be compared.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, State};
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::unlimited;
use crate::error::Error;
use crate::page::html::budget::Budget;
use crate::page::html::oracle;
use crate::page::html::source::Source;
use crate::page::html::tokenizer::{self, Next, Receiver};

/// A token, as html5lib's tests have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Text(String),
    Null,
    Comment(String),
    /// Name, attributes, whether it closes itself.
    Start(String, Vec<(String, String)>, bool),
    End(String),
    /// Name, public and system identifier, whether it forces quirks.
    Doctype([Option<String>; 3], bool),
}

/// The state a tokenizer starts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Text(Next),
    Cdata,
}

/// Ours.
pub(super) fn ours(html: &str, start: Start, last: &str) -> Vec<Said> {
    let limits = unlimited();
    let budget = Budget::new(&limits);
    let source = Source::new(html);
    let recorder = Recorder::default();
    let mut tokenizer = tokenizer::Tokenizer::new(&source, &budget, &recorder);
    tokenizer.last = last.as_bytes();
    match start {
        Start::Text(next) => tokenizer.run_from(0, next),
        Start::Cdata => match tokenizer.cdata(0) {
            Ok((at, next)) => tokenizer.run_from(at, next),
            Err(e) => Err(e),
        },
    }
    .unwrap();
    recorder.finish()
}

/// html5ever's.
pub(super) fn theirs(html: &str, start: Start, last: &str) -> Vec<Said> {
    let options = TokenizerOpts {
        initial_state: Some(match start {
            Start::Text(Next::Data) => State::Data,
            Start::Text(Next::Rcdata) => State::RawData(RawKind::Rcdata),
            Start::Text(Next::Rawtext) => State::RawData(RawKind::Rawtext),
            Start::Text(Next::Script) => State::RawData(RawKind::ScriptData),
            Start::Text(Next::Plaintext) => State::Plaintext,
            Start::Cdata => State::CdataSection,
        }),
        last_start_tag_name: Some(last.to_string()),
        ..oracle::options()
    };
    let tokenizer = Tokenizer::new(Recorder::default(), options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.finish()
}

/// Writes down what it is told; text in one piece.
#[derive(Default)]
struct Recorder {
    said: RefCell<Vec<Said>>,
    ended: Cell<bool>,
}

impl Recorder {
    fn note(&self, token: Token) {
        assert!(!self.ended.get(), "{token:?} after the end");
        let mut said = self.said.borrow_mut();
        let next = match token {
            Token::CharacterTokens(text) => {
                if let Some(Said::Text(before)) = said.last_mut() {
                    before.push_str(&text);
                    return;
                }
                if text.is_empty() {
                    return;
                }
                Said::Text(text.to_string())
            }
            Token::NullCharacterToken => Said::Null,
            Token::CommentToken(text) => Said::Comment(text.to_string()),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => Said::End(tag.name.to_string()),
            Token::TagToken(tag) => Said::Start(
                tag.name.to_string(),
                tag.attrs
                    .iter()
                    .map(|a| (a.name.local.to_string(), a.value.to_string()))
                    .collect(),
                tag.self_closing,
            ),
            Token::DoctypeToken(doctype) => {
                let parts = [doctype.name, doctype.public_id, doctype.system_id];
                Said::Doctype(parts.map(|p| p.map(String::from)), doctype.force_quirks)
            }
            Token::EOFToken => {
                self.ended.set(true);
                return;
            }
            Token::ParseError(_) => return,
        };
        said.push(next);
    }

    fn finish(self) -> Vec<Said> {
        assert!(self.ended.get());
        self.said.into_inner()
    }
}

impl Receiver for Recorder {
    fn take(&self, token: Token, _: usize) -> Result<Next, Error> {
        self.note(token);
        Ok(Next::Data)
    }

    fn is_in_foreign(&self) -> bool {
        false
    }
}

impl TokenSink for Recorder {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        self.note(token);
        TokenSinkResult::Continue
    }
}
