// SPDX-License-Identifier: Apache-2.0

//! A panic as an answer: its text, and whether the crate under test was at work.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};

/// The text of the last panic, and the stack.
type Last = RefCell<(String, String)>;
thread_local!(static LAST: Last = const { RefCell::new((String::new(), String::new())) });

pub struct Panic {
    pub of_package: bool,
    pub text: String,
}

/// Keeps the text and the stack of each panic from now on; both are printed, too.
pub fn record() {
    set_hook(Box::new(|info| {
        let stack = Backtrace::force_capture().to_string();
        eprintln!("{info}\n{stack}");
        let text = info.payload_as_str().unwrap_or("a panic without a text").to_owned();
        LAST.with(|last| last.replace((text, stack)));
    }));
}

/// Calls `f`. A panic is the package's if one of its functions is on the stack.
pub fn catch<T>(f: impl FnOnce() -> T, package: &str) -> Result<T, Panic> {
    catch_unwind(AssertUnwindSafe(f)).map_err(|_| {
        let (text, stack) = LAST.with(RefCell::take);
        let of_package = is_on(&stack, &package.replace('-', "_"));
        Panic { of_package, text }
    })
}

/// Lines of a stack with a function are `  12: module::function` or `  12: <module::Type as …`.
fn is_on(stack: &str, module: &str) -> bool {
    let prefix = format!("{module}::");
    let functions = stack.lines().filter_map(|line| line.split_once(": "));
    functions.into_iter().any(|(_, name)| name.trim_start_matches('<').starts_with(&prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_whose_it_is() {
        record();
        let stack = "  1: shim::verify\n   2: some_crate::f::{{closure}}\n   at some_crate::x";
        assert!(is_on(stack, "some_crate"));
        assert!(is_on("  1: <some_crate::T as Trait>::f", "some_crate"));
        assert!(!is_on(stack, "other"));
        assert!(!is_on("  1: other::f\n  at ./some_crate::x", "some_crate"));
        let panic = catch(|| panic!("a {}", 1), "shimlib").err().expect("it panics");
        assert_eq!(panic.text, "a 1");
        assert!(panic.of_package);
        assert!(!catch(|| panic!(), "other").err().expect("it panics").of_package);
    }
}
