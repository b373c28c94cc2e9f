/// The weave bar: what is selected, which generator writes the report, and how the job is doing.
@NullMarked
package app.fragments.ui.weave;

import org.jspecify.annotations.NullMarked;
