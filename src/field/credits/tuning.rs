//! Every weight and bound of writers and outlets, by file, with what it is for. Nothing else.
//!
//! Set by hand on pages of the corpus, with both halves in view, and kept where neither half fell with or without site rules.

/// Of `authors.rs`.
pub(in crate::field::credits) mod authors {
    /// Bytes of a title that are looked at.
    pub(in crate::field::credits) const VALUE_MAX: usize = 600;
}

/// Of `pen_name.rs`.
pub(in crate::field::credits) mod pen_name {
    /// First lines of a body in which a pen name may follow 记者.
    pub(in crate::field::credits) const CREDITED_WITHIN: usize = 8;
    /// Characters of a pen name, …
    pub(in crate::field::credits) const CHARS: std::ops::RangeInclusive<usize> = 2..=12;
    /// … and of one with Chinese ones.
    pub(in crate::field::credits) const HAN_MAX: usize = 8;
}

/// Of `info.rs`.
pub(in crate::field::credits) mod info {
    /// Bytes of a line that holds a time and little else, at most.
    pub(in crate::field::credits) const INFO_BYTES: usize = 120;
    /// Characters of an info line.
    pub(in crate::field::credits) const LINE_MAX: u32 = 60;
}

/// Of `labelled.rs`.
pub(in crate::field::credits) mod labelled {
    /// Characters of each line of a byline in several lines, at most.
    pub(in crate::field::credits) const BYLINE_MAX: u32 = 40;
    /// Characters of the word for such a reporter that does not say 记者: 通讯员.
    pub(in crate::field::credits) const RANKED_MIN: usize = 3;
}

/// Of `source.rs`.
pub(in crate::field::credits) mod source {
    /// Characters of the credit below a photograph, at most.
    pub(in crate::field::credits) const PICTURE_CREDIT_MAX: u32 = 24;
    /// Characters of the box that holds an account's name, at most.
    pub(in crate::field::credits) const ACCOUNT_BOX_MAX: u32 = 60;
    /// Nodes of it, so that looking at each stays cheap.
    pub(in crate::field::credits) const ACCOUNT_BOX_NODES: u32 = 40;
    /// Characters of a user's name: four are more often an account than a person.
    pub(in crate::field::credits) const USER_MIN: usize = 4;
    /// Characters of a labelled value that is part of the headline, and no outlet.
    pub(in crate::field::credits) const WITHIN_TITLE_MIN: usize = 6;
    /// Characters of an outlet's name before those who wrote for it.
    pub(in crate::field::credits) const BEFORE_CHARS: std::ops::RangeInclusive<usize> = 3..=12;
}

/// Of `widen.rs`.
pub(in crate::field::credits) mod widen {
    /// Most names of a byline that adds to another.
    pub(in crate::field::credits) const WIDENED_MAX: usize = 8;
}

/// Of `witness.rs`.
pub(in crate::field::credits) mod witness {
    /// By where it is from: a rule's comes first, and what a label says before what is guessed.
    pub(in crate::field::credits) const RULE: f32 = 20.0;
    /// A rule's that no page has proved: less than a label, more than what is guessed.
    pub(in crate::field::credits) const UNPROVEN: f32 = 8.5;
    pub(in crate::field::credits) const LABEL: f32 = 12.0;
    pub(in crate::field::credits) const BYLINE: f32 = 9.0;
    pub(in crate::field::credits) const NAMED: f32 = 8.0;
    pub(in crate::field::credits) const WRITTEN: f32 = 7.0;
    pub(in crate::field::credits) const BESIDE: f32 = 6.0;
    pub(in crate::field::credits) const LINKED: f32 = 5.0;
    pub(in crate::field::credits) const META: f32 = 4.5;
    pub(in crate::field::credits) const TITLE: f32 = 3.0;
    /// Nobody in it has a name that is plainly a person's.
    pub(in crate::field::credits) const NO_PERSON: f32 = -2.5;
    /// The list of names is cut off.
    pub(in crate::field::credits) const CUT_OFF: f32 = -2.5;

    /// Of outlets: from what a reader is told down to what a site says of itself.
    pub(in crate::field::credits) mod source {
        pub(in crate::field::credits) const FOLLOWED: f32 = 13.0;
        /// Who put it on the page comes after who wrote it: 发布机构：城东区政府办公室 来源：橙橘网.
        pub(in crate::field::credits) const PUBLISHER: f32 = 11.5;
        pub(in crate::field::credits) const NAMED: f32 = 11.0;
        pub(in crate::field::credits) const INFO: f32 = 10.0;
        pub(in crate::field::credits) const USER: f32 = 8.0;
        /// Below the body related items have sources too.
        pub(in crate::field::credits) const BELOW: f32 = 7.5;
        pub(in crate::field::credits) const META: f32 = 7.0;
        pub(in crate::field::credits) const LINKED: f32 = 6.5;
        pub(in crate::field::credits) const ACCOUNT: f32 = 6.0;
        pub(in crate::field::credits) const WRITER: f32 = 5.5;
        pub(in crate::field::credits) const BESIDE: f32 = 5.0;
        pub(in crate::field::credits) const OTHER: f32 = 4.0;
    }
}

/// Of `written.rs`.
pub(in crate::field::credits) mod written {
    /// Lines of a body that are searched for datelines and squares.
    pub(in crate::field::credits) const LINES_MAX: usize = 400;
    /// Characters of a bracket that credits a reporter, at most.
    pub(in crate::field::credits) const CREDIT_MAX: usize = 40;
    /// Characters of a line that says who wrote one part of a text, at most.
    pub(in crate::field::credits) const PART_MAX: usize = 20;
    /// First lines of a body among which a byline may stand below the captions of pictures.
    pub(in crate::field::credits) const OPENING: usize = 24;
    /// Lines below a body that may be signatures of it, and their greatest length in characters.
    pub(in crate::field::credits) const BELOW: usize = 3;
    pub(in crate::field::credits) const SIGNATURE_MAX: u32 = 40;
    /// Last lines of a body that may be signed.
    pub(in crate::field::credits) const TAIL: usize = 6;
    /// Characters of a line that ends in 记者, the name in the next.
    pub(in crate::field::credits) const ROLE_MAX: usize = 20;
}

/// Of `author_names.rs`.
pub(in crate::field::credits) mod author_names {
    /// Bytes of a name without its spaces that the site's begins with.
    pub(in crate::field::credits) const GLUED_MIN: usize = 5;
}

/// Of `editors.rs`.
pub(in crate::field::credits) mod editors {
    /// Letters of the code of a desk, …
    pub(in crate::field::credits) const CODE_LETTERS: std::ops::RangeInclusive<usize> = 2..=4;
    /// … and its digits.
    pub(in crate::field::credits) const CODE_DIGITS: std::ops::RangeInclusive<usize> = 2..=5;
}

/// Of `lists.rs`.
pub(in crate::field::credits) mod lists {
    /// Labels of one role that are joined.
    pub(in crate::field::credits) const JOINED_MAX: usize = 100;
}
