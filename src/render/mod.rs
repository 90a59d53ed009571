//! A body as text, Markdown, HTML. JSON is serde's business.
