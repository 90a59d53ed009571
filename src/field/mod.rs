//! One file a field: its value grammar and where it is looked for. Not the order of fields (see `parser`).
