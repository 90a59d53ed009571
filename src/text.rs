//! Page text: white space collapsed the way a reader sees it, lines marked, characters counted. Knows strings, not elements.

/// The readable text of a page, one line for each block, with running counts.
#[derive(Debug, Default)]
pub(crate) struct TextBuffer {
    pub(crate) text: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) counts: Counts,
    pending: Pending,
}

/// One line of the page's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    /// Byte range in the page's text.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The text node it starts in.
    pub(crate) node: u32,
    /// What stands in it.
    pub(crate) counts: Counts,
}

/// Numbers that tell prose from navigation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Characters other than white space.
    pub(crate) chars: u32,
    /// Those inside links.
    pub(crate) linked: u32,
    /// Sentence marks outside links: `，。；！？、：` and their half-width forms.
    pub(crate) marks: u32,
}

impl std::ops::Sub for Counts {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            chars: self.chars - other.chars,
            linked: self.linked - other.linked,
            marks: self.marks - other.marks,
        }
    }
}

impl Counts {
    /// Share of characters that are inside links; 0 for no text.
    pub(crate) fn link_share(self) -> f32 {
        if self.chars == 0 {
            0.0
        } else {
            self.linked as f32 / self.chars as f32
        }
    }

    /// Characters outside links.
    pub(crate) fn plain(self) -> u32 {
        self.chars - self.linked
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd)]
enum Pending {
    #[default]
    Nothing,
    /// White space was seen that held a line feed: nothing between two Chinese characters, a space otherwise.
    Fold,
    Space,
    Break,
}

impl TextBuffer {
    /// Ends the line, if there is text on it.
    pub(crate) fn line_break(&mut self) {
        self.pending = Pending::Break;
    }

    pub(crate) fn push(&mut self, source: &str, node: u32, linked: bool) {
        let bytes = source.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let space = white_run(&bytes[at..]);
            if space.bytes > 0 {
                self.wait(space.what);
                at += space.bytes;
                continue;
            }
            let within_line = !self.text.is_empty() && !self.text.ends_with('\n');
            if within_line && self.pending < Pending::Break {
                let run = plain_run(&bytes[at..]);
                if run.bytes > 0 {
                    self.space_before(&source[at..]);
                    self.text.push_str(&source[at..at + run.bytes]);
                    self.counts.chars += run.chars;
                    if linked {
                        self.counts.linked += run.chars;
                    } else {
                        self.counts.marks += run.marks;
                    }
                    at += run.bytes;
                    continue;
                }
            }
            let Some(c) = source[at..].chars().next() else {
                break;
            };
            at += c.len_utf8();
            if !is_dropped(c) {
                self.push_char(c, node, linked);
            }
        }
    }

    /// Whether white space would change nothing here.
    pub(crate) fn is_between_lines(&self) -> bool {
        self.pending == Pending::Break || self.text.is_empty()
    }

    /// Whether the next text would follow the last one without anything between them.
    pub(crate) fn is_glued(&self) -> bool {
        self.pending == Pending::Nothing && !self.text.is_empty()
    }

    /// Sets the next text apart from the last one.
    pub(crate) fn set_apart(&mut self) {
        self.wait(Pending::Space);
    }

    /// What waits before a text that goes on with the line.
    fn space_before(&mut self, text: &str) {
        let pending = std::mem::take(&mut self.pending);
        if pending == Pending::Nothing {
            return;
        }
        let fold = pending == Pending::Fold
            && text.chars().next().is_some_and(is_wide)
            && self.text.chars().next_back().is_some_and(is_wide);
        if !fold {
            self.text.push(' ');
        }
    }

    fn wait(&mut self, what: Pending) {
        if self.pending < what {
            self.pending = what;
        }
    }

    fn push_char(&mut self, c: char, node: u32, linked: bool) {
        // U+3000 and NBSP separate (kept within a line) and indent (dropped at its start).
        let blank = is_blank(c);
        if self.pending != Pending::Nothing {
            let pending = std::mem::take(&mut self.pending);
            if pending == Pending::Break {
                if blank {
                    self.pending = Pending::Break;
                    return;
                }
                self.end_line();
            } else if !self.text.is_empty() && !self.text.ends_with('\n') {
                let fold = pending == Pending::Fold
                    && is_wide(c)
                    && self.text.chars().next_back().is_some_and(is_wide);
                if !fold {
                    self.text.push(' ');
                }
            }
        }
        if self.text.is_empty() || self.text.ends_with('\n') {
            if blank {
                return;
            }
            self.lines.push(Line {
                start: self.text.len() as u32,
                end: 0,
                node,
                counts: self.counts,
            });
        }
        self.text.push(c);
        if !blank {
            self.counts.chars += 1;
            if linked {
                self.counts.linked += 1;
            } else if is_mark(c) {
                self.counts.marks += 1;
            }
        }
    }

    fn end_line(&mut self) {
        if self.text.is_empty() || self.text.ends_with('\n') {
            return;
        }
        let trimmed = self.text.trim_end().len();
        if let Some(line) = self.lines.last_mut() {
            line.end = (trimmed as u32).max(line.start);
            line.counts = self.counts - line.counts;
        }
        self.text.push('\n');
    }

    /// Ends the last line; call once, when all text is in.
    pub(crate) fn finish(&mut self) {
        self.end_line();
    }
}

/// White space that HTML collapses, and what it comes to.
struct Space {
    bytes: usize,
    what: Pending,
}

/// The white space that a text starts with.
fn white_run(bytes: &[u8]) -> Space {
    let mut what = Pending::Nothing;
    let mut length = 0;
    for &b in bytes {
        let here = match b {
            b' ' | b'\t' | 0xc => Pending::Space,
            b'\n' | b'\r' => Pending::Fold,
            _ => break,
        };
        if what < here {
            what = here;
        }
        length += 1;
    }
    Space {
        bytes: length,
        what,
    }
}

/// The start of a text that needs no looking at: neither white space nor anything to drop.
struct Run {
    bytes: usize,
    chars: u32,
    marks: u32,
}

/// ASCII that is seen and no mark.
static LETTER: [bool; 256] = {
    let mut letters = [false; 256];
    let mut b = b'!';
    while b <= b'~' {
        letters[b as usize] = !matches!(b, b',' | b';' | b'!' | b'?');
        b += 1;
    }
    letters
};

/// ASCII that is seen, U+4000 to U+9FFF, 、 and 。, and the full-width forms of ASCII, as far as they go.
fn plain_run(bytes: &[u8]) -> Run {
    let (mut chars, mut marks) = (0, 0);
    let mut rest = bytes;
    loop {
        while let [0xe4..=0xe9, _, _, behind @ ..] = rest {
            rest = behind;
            chars += 1;
        }
        let letters = rest.iter().take_while(|b| LETTER[usize::from(**b)]).count();
        if letters > 0 {
            rest = &rest[letters..];
            chars += letters as u32;
            continue;
        }
        let (length, mark) = match *rest {
            [b',' | b';' | b'!' | b'?', ..] => (1, true),
            [0xe3, 0x80, 0x81 | 0x82, ..] => (3, true),
            // ！，：；？
            [0xef, 0xbc, b, ..] => (3, matches!(b, 0x81 | 0x8c | 0x9a | 0x9b | 0x9f)),
            _ => break,
        };
        rest = &rest[length..];
        chars += 1;
        marks += u32::from(mark);
    }
    Run {
        bytes: bytes.len() - rest.len(),
        chars,
        marks,
    }
}

/// Whether a text has more than so many characters.
pub(crate) fn is_longer(text: &str, max: usize) -> bool {
    // A character has four bytes at most.
    text.len() > max && (text.len() > max * 4 || text.chars().count() > max)
}

/// White space of any kind collapsed to single spaces, control and zero-width characters dropped, ends trimmed.
pub(crate) fn clean(text: &str) -> String {
    let mut buffer = TextBuffer::default();
    buffer.text.reserve(text.len());
    buffer.push(text, 0, false);
    buffer.text.truncate(buffer.text.trim_end().len());
    buffer.text
}

/// At most the first `max` bytes of a text, cut between characters.
pub(crate) fn start(text: &str, max: usize) -> &str {
    let mut end = text.len().min(max);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Characters that no text keeps: control characters, and those that nobody sees and that turn, join or hide what stands around them:
/// marks of direction, zero-width ones, the letters of tags, which only machines read.
pub(crate) fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// White space that HTML does not collapse: U+3000, NBSP and all other spaces of Unicode, so that no line is made of what trimming takes away.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// Set solid, with no space between words: Chinese characters and full-width marks.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// A mark that prose has and navigation has not. Half-width commas count: many sites set Chinese with them.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '；'
            | '！'
            | '？'
            | '、'
            | '：'
            | '“'
            | '”'
            | '「'
            | '」'
            | ','
            | ';'
            | '!'
            | '?'
    )
}
