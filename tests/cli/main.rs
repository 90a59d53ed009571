//! The command from outside: what goes in, what comes out, and how it ends. Needs the feature `cli`.

mod damage;
mod fixture;
mod forms;
mod health;
mod make;
mod output;
mod resume;
mod schema;
