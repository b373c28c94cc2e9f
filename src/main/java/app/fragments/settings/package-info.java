/// Settings, environment variables, secrets, the log, and where their files are. Only this package
/// reads the environment.
@NullMarked
package app.fragments.settings;

import org.jspecify.annotations.NullMarked;
