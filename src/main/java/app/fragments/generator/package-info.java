/// The port to report generators, and what its adapters share.
@NullMarked
package app.fragments.generator;

import org.jspecify.annotations.NullMarked;
