//! JSON text into values, with the memory they take counted: an object of one number takes three hundred times its text.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Bytes that a value takes, whatever it is, and a string's besides.
const VALUE: usize = 32;
/// Bytes that the first node of an object's tree takes; it has room for eleven keys.
const OBJECT: usize = 640;

/// Values that a list has room for once it has one: `[[]]` takes as much as a list of four.
const ROOM: usize = 4;

/// The value at the start of `text`, whatever follows it. `left` is the memory that values may still take; once that did not suffice it is
/// nothing, or the same text would be read again for every name that is looked for in it.
pub(super) fn read(text: &str, left: &Cell<usize>) -> Option<Value> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let before = left.get();
    let value = Counted(left).deserialize(&mut reader).ok();
    if value.is_none() && left.get() > 0 {
        // Nothing of it was kept.
        left.set(before);
    }
    value
}

#[derive(Clone, Copy)]
struct Counted<'a>(&'a Cell<usize>);

impl Counted<'_> {
    fn take<E: Error>(self, bytes: usize) -> Result<(), E> {
        let rest = self.0.get().checked_sub(bytes);
        self.0.set(rest.unwrap_or_default());
        rest.map(drop).ok_or_else(|| E::custom("too many values"))
    }
}

impl<'de> DeserializeSeed<'de> for Counted<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.take(VALUE)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Counted<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.take(value.len())?;
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.take(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(value) = list.next_element_seed(self)? {
            if out.is_empty() {
                self.take((ROOM - 1) * VALUE)?;
            }
            out.push(value);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut out = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            self.take(key.len() + if out.is_empty() { OBJECT } else { VALUE })?;
            out.insert(key, map.next_value_seed(self)?);
        }
        Ok(Value::Object(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_serde_json() {
        for text in [
            "null",
            "true",
            "\"城东公园\"",
            "[1, -2, 3.5, 1e400, 18446744073709551615, []]",
            "{\"a\": {\"b\": [{}, {\"c\": \"\\u57ce\\n\"}]}, \"a\": 2, \"城\": null}",
            "{\"a\": 1} // what follows",
            "{\"a\"",
            "",
        ] {
            let theirs = serde_json::Deserializer::from_str(text)
                .into_iter::<Value>()
                .next()
                .and_then(Result::ok);
            assert_eq!(read(text, &Cell::new(1 << 20)), theirs, "{text}");
        }
    }

    #[test]
    fn the_memory_of_values_is_bounded() {
        let flood = format!("[{}0]", "{\"a\":0},".repeat(20));
        let long = format!("\"{}\"", "城".repeat(4000));
        for too_much in [&flood, &long] {
            let left = Cell::new(10_000);
            assert_eq!(read(too_much, &left), None);
            assert_eq!(left.get(), 0, "not read again for the next name");
        }

        let left = Cell::new(10_000);
        let small = format!("[{}0]", "0,".repeat(200));
        assert!(read(&small, &left).is_some());
        let after = left.get();
        assert!(after < 10_000);
        assert_eq!(read("[0, {", &left), None);
        assert_eq!(left.get(), after, "nothing of a broken text was kept");
    }
}
