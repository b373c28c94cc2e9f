/// The page About: which Fragments this is, and what others wrote of it.
@NullMarked
package app.fragments.ui.settings;

import org.jspecify.annotations.NullMarked;
