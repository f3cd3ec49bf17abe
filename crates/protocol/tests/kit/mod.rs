//! What the golden frames and the lane test share.

/// Names every variant of an enum once: a function from a value to its name, and the list of
/// names. The `match` has no wildcard, so a new variant does not compile until it is named here,
/// and a named one is red until it has a sample.
macro_rules! names {
    ($module:ident: $enum:ident { $($variant:ident => $name:literal),* $(,)? }) => {
        pub(crate) mod $module {
            /// Every name.
            pub(crate) const ALL: &[&str] = &[$($name),*];

            /// The name of one value.
            pub(crate) fn of(value: &super::$enum) -> &'static str {
                match value {
                    $(super::$enum::$variant { .. } => $name,)*
                }
            }
        }
    };
}

pub(crate) use names;
