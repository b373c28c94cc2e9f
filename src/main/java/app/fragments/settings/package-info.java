/// What the user has set: settings, where files lie, secrets. The one place that reads the
/// environment.
@NullMarked
package app.fragments.settings;

import org.jspecify.annotations.NullMarked;
