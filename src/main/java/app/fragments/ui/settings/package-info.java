/// The Settings page and the About page.
@NullMarked
package app.fragments.ui.settings;

import org.jspecify.annotations.NullMarked;
