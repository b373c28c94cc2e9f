/// Settings, environment variables, secrets, the log, and where their files are. Only this package
/// reads the environment. Also reads text files from the program itself.
@NullMarked
package app.fragments.settings;

import org.jspecify.annotations.NullMarked;
