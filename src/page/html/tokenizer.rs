//! The tokenizer: HTML's states over a whole page at once. Not the tree, which its tokens make.
//!
//! Tokens are html5ever's, and so are the states' names; what a value differs not from in its source shares the source's memory.
//! The oracle of the tests is html5ever's own tokenizer.

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token};
use memchr::{memchr_iter, memmem};

use crate::error::Error;
use crate::page::html::budget::Budget;
use crate::page::html::source::{Source, find, find2, without_null};
use crate::page::html::tag::Tags;
use crate::page::html::{comment, doctype, entity, script};

/// How the text behind a token is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Data,
    /// Text with references, up to the end tag: `title`, `textarea`.
    Rcdata,
    /// Text, up to the end tag: `style`, `iframe`.
    Rawtext,
    Script,
    /// Text, up to the end of the page.
    Plaintext,
}

/// Who takes the tokens.
pub(super) trait Receiver {
    /// Takes a token, with `read` bytes of the source read. An error ends the reading.
    fn take(&self, token: Token, read: usize) -> Result<Next, Error>;

    /// Whether the element that is open now is one of SVG or MathML, where CDATA is text.
    fn is_in_foreign(&self) -> bool;
}

/// Reads a page.
pub(super) struct Tokenizer<'a, R> {
    source: &'a Source,
    bytes: &'a [u8],
    tags: Tags<'a>,
    receiver: &'a R,
    /// The name of the start tag read last, as written.
    pub(super) last: &'a [u8],
    /// Text with references in it, as it is made.
    text: String,
}

impl<'a, R: Receiver> Tokenizer<'a, R> {
    pub(super) fn new(source: &'a Source, budget: &'a Budget<'a>, receiver: &'a R) -> Self {
        Self {
            source,
            bytes: source.bytes(),
            tags: Tags::new(source, budget),
            receiver,
            last: b"",
            text: String::new(),
        }
    }

    /// Reads it all.
    pub(super) fn run(self) -> Result<(), Error> {
        self.run_from(0, Next::Data)
    }

    /// Reads the source from `at` on.
    pub(super) fn run_from(mut self, mut at: usize, mut next: Next) -> Result<(), Error> {
        while at < self.bytes.len() {
            (at, next) = match next {
                Next::Data => self.data(at)?,
                Next::Rcdata => self.raw(at, true)?,
                Next::Rawtext => self.raw(at, false)?,
                Next::Script => {
                    let end = script::end(self.bytes, at, self.last);
                    self.send_raw(at, end)?;
                    self.end_tag(end)?
                }
                Next::Plaintext => {
                    self.send_raw(at, self.bytes.len())?;
                    (self.bytes.len(), next)
                }
            };
        }
        self.send(Token::EOFToken, at)?;
        Ok(())
    }

    fn send(&self, token: Token, read: usize) -> Result<Next, Error> {
        self.receiver.take(token, read)
    }

    /// Text up to the next markup, and that.
    fn data(&mut self, from: usize) -> Result<(usize, Next), Error> {
        let bytes = self.bytes;
        // What has been made of the text before `done`, references and all, is in `self.text`.
        let (mut at, mut done) = (from, from);
        loop {
            at = find2(bytes, at, b'<', b'&');
            match bytes.get(at) {
                None => break,
                Some(b'&') => (at, done) = self.reference(at, done)?,
                Some(_) if starts_markup(bytes, at) => break,
                Some(_) => at += 1,
            }
        }
        self.send_text(done, at)?;
        if at == bytes.len() {
            return Ok((at, Next::Data));
        }
        self.markup(at)
    }

    /// The reference at `at`, or the ampersand; returns the place to read on from, and up to where the text is made.
    fn reference(&mut self, at: usize, done: usize) -> Result<(usize, usize), Error> {
        let Some(found) = entity::in_text(&self.bytes[at..]) else {
            return Ok((at + 1, done));
        };
        if self.text.is_empty() && done == at && !found.ended {
            // A line feed that starts a `pre` is dropped, but not behind an error: html5ever's tree builder has it so.
            self.send(Token::ParseError(Cow::Borrowed("no semicolon")), at)?;
        }
        if self.source.has_null() {
            // The text before it may hold a U+0000, which is a token of its own.
            self.send_text(done, at)?;
        } else {
            self.text.push_str(self.source.str(done, at));
        }
        found.push_to(&mut self.text);
        let behind = at + found.len;
        Ok((behind, behind))
    }

    /// Sends `self.text` and what follows it in the source, which may hold U+0000.
    #[inline]
    fn send_text(&mut self, from: usize, to: usize) -> Result<(), Error> {
        if self.source.has_null() {
            return self.send_text_with_null(from, to);
        }
        let text = if self.text.is_empty() {
            if from == to {
                return Ok(());
            }
            self.source.verbatim(from, to)
        } else {
            self.text.push_str(self.source.str(from, to));
            let text = StrTendril::from_slice(&self.text);
            self.text.clear();
            text
        };
        self.send(Token::CharacterTokens(text), to)?;
        Ok(())
    }

    #[cold]
    fn send_text_with_null(&mut self, from: usize, to: usize) -> Result<(), Error> {
        if !self.text.is_empty() {
            let text = StrTendril::from_slice(&self.text);
            self.text.clear();
            self.send(Token::CharacterTokens(text), from)?;
        }
        let mut done = from;
        for null in memchr_iter(0, &self.bytes[from..to]) {
            let null = from + null;
            if done < null {
                let text = self.source.verbatim(done, null);
                self.send(Token::CharacterTokens(text), null)?;
            }
            self.send(Token::NullCharacterToken, null)?;
            done = null + 1;
        }
        if done < to {
            let text = self.source.verbatim(done, to);
            self.send(Token::CharacterTokens(text), to)?;
        }
        Ok(())
    }

    /// What the `<` at `at` starts.
    fn markup(&mut self, at: usize) -> Result<(usize, Next), Error> {
        match self.bytes[at + 1] {
            b'/' => match self.bytes[at + 2] {
                b'>' => {
                    // An error too, see `reference`.
                    self.send(Token::ParseError(Cow::Borrowed("no name")), at)?;
                    Ok((at + 3, Next::Data))
                }
                c if c.is_ascii_alphabetic() => self.end_tag(at),
                _ => self.send_comment(comment::bogus(self.bytes, at + 2)),
            },
            b'!' => self.declaration(at + 2),
            b'?' => self.send_comment(comment::bogus(self.bytes, at + 1)),
            _ => match self.tags.read(TagKind::StartTag, at + 1)? {
                None => Ok((self.bytes.len(), Next::Data)),
                Some((tag, behind)) => {
                    self.last = &self.bytes[self.tags.name.clone()];
                    let next = self.send(Token::TagToken(tag), behind)?;
                    Ok((behind, next))
                }
            },
        }
    }

    /// The end tag at `at`, if the page has not ended there.
    fn end_tag(&mut self, at: usize) -> Result<(usize, Next), Error> {
        let end = self.bytes.len();
        if at == end {
            return Ok((end, Next::Data));
        }
        match self.tags.read(TagKind::EndTag, at + 2)? {
            None => Ok((end, Next::Data)),
            Some((tag, behind)) => {
                self.send(Token::TagToken(tag), behind)?;
                Ok((behind, Next::Data))
            }
        }
    }

    fn send_comment(&self, comment: comment::Comment) -> Result<(usize, Next), Error> {
        let text = self.source.piece(comment.text.start, comment.text.end);
        self.send(Token::CommentToken(text), comment.behind)?;
        Ok((comment.behind, Next::Data))
    }

    /// What follows `<!`.
    fn declaration(&mut self, from: usize) -> Result<(usize, Next), Error> {
        const CDATA: &[u8] = b"[CDATA[";
        let rest = &self.bytes[from..];
        if rest.starts_with(b"--") {
            self.send_comment(comment::read(self.bytes, from + 2))
        } else if rest.len() >= 7 && rest[..7].eq_ignore_ascii_case(b"doctype") {
            let (doctype, behind) = doctype::read(self.source, from + 7);
            self.send(Token::DoctypeToken(doctype), behind)?;
            Ok((behind, Next::Data))
        } else if rest.starts_with(CDATA) && self.receiver.is_in_foreign() {
            self.cdata(from + CDATA.len())
        } else {
            self.send_comment(comment::bogus(self.bytes, from))
        }
    }

    /// Text up to `]]>`, as it stands.
    pub(super) fn cdata(&mut self, from: usize) -> Result<(usize, Next), Error> {
        let end = memmem::find(&self.bytes[from..], b"]]>");
        let end = end.map_or(self.bytes.len(), |at| from + at);
        self.send_text(from, end)?;
        Ok(((end + 3).min(self.bytes.len()), Next::Data))
    }

    /// The text of an element that holds nothing else, and its end tag.
    fn raw(&mut self, from: usize, references: bool) -> Result<(usize, Next), Error> {
        let bytes = self.bytes;
        let (mut at, mut done) = (from, from);
        loop {
            at = if references {
                find2(bytes, at, b'<', b'&')
            } else {
                find(bytes, at, b'<')
            };
            match bytes.get(at) {
                None => break,
                Some(b'&') => match entity::in_text(&bytes[at..]) {
                    None => at += 1,
                    Some(found) => {
                        if done == from && at == from && !found.ended {
                            // See `reference`: `textarea` is as `pre`.
                            self.send(Token::ParseError(Cow::Borrowed("no semicolon")), at)?;
                        }
                        self.text.push_str(self.source.str(done, at));
                        found.push_to(&mut self.text);
                        at += found.len;
                        done = at;
                    }
                },
                Some(_) if script::is_end_tag(bytes, at, self.last) => break,
                Some(_) => at += 1,
            }
        }
        if self.text.is_empty() {
            self.send_raw(from, at)?;
        } else {
            self.text.push_str(self.source.str(done, at));
            if self.source.has_null() {
                self.text = without_null(&self.text);
            }
            let text = StrTendril::from_slice(&self.text);
            self.text.clear();
            self.send(Token::CharacterTokens(text), at)?;
        }
        self.end_tag(at)
    }

    fn send_raw(&self, from: usize, to: usize) -> Result<(), Error> {
        if from < to {
            let text = self.source.piece(from, to);
            self.send(Token::CharacterTokens(text), to)?;
        }
        Ok(())
    }
}

/// Whether the `<` at `at` is more than a character.
fn starts_markup(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at + 1) {
        Some(b'/') => bytes.len() > at + 2,
        Some(b'!' | b'?') => true,
        Some(c) => c.is_ascii_alphabetic(),
        None => false,
    }
}
