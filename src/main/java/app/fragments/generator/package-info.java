/// The port to whatever writes a report, and what its adapters share.
@NullMarked
package app.fragments.generator;

import org.jspecify.annotations.NullMarked;
