/// What all parts of the window share: loading FXML, messages, background work, the theme, toasts,
/// and the ports to the rest of the program.
@NullMarked
package app.fragments.ui.common;

import org.jspecify.annotations.NullMarked;
