//! Pieces of pages broken at random, the same way each time.

use std::path::Path;

use super::{assert_same_trees, files};

/// How many: a quarter of them in debug builds; `.ci/run` tries all.
const PIECES: u64 = if cfg!(debug_assertions) {
    5_000
} else {
    20_000
};

/// What breaks a page: markup cut short, references, what other states begin and end with.
const BITS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "=",
    "\"",
    "'",
    "&",
    ";",
    "\0",
    "\r",
    "\n",
    "\r\n",
    "\x0c",
    "\u{feff}",
    "<!",
    "<!-",
    "<!--",
    "-->",
    "--!>",
    "--",
    "<?",
    "</>",
    "</ ",
    "<1",
    "<!doctype html>",
    "<!DOCTYPE x PUBLIC \"a\" 'b' c",
    "<!doctype system",
    "<![CDATA[",
    "]]>",
    "]",
    "&amp",
    "&amp;",
    "&nbsp;",
    "&notit;",
    "&notin;",
    "&#",
    "&#x",
    "&#10",
    "&#x0a;",
    "&#128;",
    "&#0;",
    "&copy=1",
    "<script>",
    "</script>",
    "<script ",
    "</script ",
    "<!--<script>",
    "<style>",
    "</style>",
    "<title>",
    "</title",
    "<textarea>",
    "<textarea>\n",
    "</textarea>",
    "<pre>",
    "<pre>\n",
    "<plaintext>",
    "<xmp>",
    "<iframe>",
    "<noframes>",
    "<noscript>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<foreignObject>",
    "<annotation-xml encoding=text/html>",
    "<svg xlink:href=a viewbox=b>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<caption>",
    "<colgroup>",
    "<select>",
    "<option>",
    "<template>",
    "</template>",
    "<frameset>",
    "<b>",
    "</b>",
    "<b a=1 B=2 a=3>",
    "<a>",
    "</a>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<li>",
    "<form>",
    "<body c=d>",
    "<html e=f>",
    "<head>",
    "</body>",
    "</html>",
    "<br/>",
    "<img a=b/>",
    "<ÀÉ>",
    "<DIV Data-Original-Title=X>",
    "<x\0y z\0=\0>",
    "城",
    "x",
    " ",
    "\t",
];

/// A small generator of numbers (xorshift64*).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// Below `n`; 0 for 0.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        text.floor_char_boundary(at)
    }
}

fn broken(pages: &[String], dice: &mut Dice) -> String {
    let page = &pages[dice.below(pages.len())];
    let from = dice.place(page);
    let to = page.floor_char_boundary((from + dice.below(1500)).min(page.len()));
    let mut piece = page[from..to].to_string();
    for _ in 0..dice.below(12) {
        let at = dice.place(&piece);
        match dice.below(6) {
            0 => {
                let end = piece.floor_char_boundary((at + dice.below(40)).min(piece.len()));
                piece.replace_range(at..end.max(at), "");
            }
            1 => {
                let end = piece.floor_char_boundary((at + dice.below(40)).min(piece.len()));
                let twice = piece[at..end.max(at)].to_string();
                piece.insert_str(at, &twice);
            }
            _ => piece.insert_str(at, BITS[dice.below(BITS.len())]),
        }
    }
    piece
}

#[test]
fn broken_pieces_of_the_fixtures() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let pages: Vec<String> = files(&fixtures)
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    assert!(pages.len() > 100, "{}", pages.len());
    let mut dice = Dice(0x5eed_0017);
    for i in 0..PIECES {
        assert_same_trees(&broken(&pages, &mut dice), &format!("piece {i}"));
    }
}

#[test]
fn nothing_but_bits() {
    let mut dice = Dice(0x5eed_0018);
    for i in 0..PIECES {
        let count = 1 + dice.below(24);
        let piece: String = (0..count).map(|_| BITS[dice.below(BITS.len())]).collect();
        assert_same_trees(&piece, &format!("bits {i}"));
    }
}
