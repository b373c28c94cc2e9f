/// The commands: the whole way of the data without a window.
///
/// Standard output carries the result, standard error the rest; `--json` makes the result one JSON
/// document (section 9 of the plan). Each command is one class, made with what it needs.
@NullMarked
package app.fragments.cli;

import org.jspecify.annotations.NullMarked;
