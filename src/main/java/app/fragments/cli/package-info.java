/// The commands: everything the window does, without a window.
///
/// Standard output carries the result, standard error the rest; `--json` makes the result one JSON
/// document. Each command is one class.
@NullMarked
package app.fragments.cli;

import org.jspecify.annotations.NullMarked;
