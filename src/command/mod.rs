//! The command table: what a user can do, with names, keys and descriptions. Key handling, footer, help, palette, line mode
//! and README are all made from it.

mod bindings;
pub mod footer;
mod footer_key;
mod intent;
mod key;
mod keyboard_layout;
mod lookup;
mod markdown;
mod mode;
pub mod palette;
mod save;
mod view;

pub use bindings::{Binding, bindings, bindings_for, commands_for};
pub use footer_key::FooterKey;
pub use intent::Command;
pub use key::{Key, ParseKeyError};
pub use markdown::markdown;
pub use mode::Mode;
pub use save::{SaveError, SaveFn, SaveFormat, SaveSubject, check_name};
pub use view::View;
