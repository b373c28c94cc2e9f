/// The Settings page and the dialogs about what is sent where.
@NullMarked
package app.fragments.ui.settings;

import org.jspecify.annotations.NullMarked;
