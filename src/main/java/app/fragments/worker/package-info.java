/// The worker pool: claims jobs, runs them under a lease, and repairs what crashes leave behind.
@NullMarked
package app.fragments.worker;

import org.jspecify.annotations.NullMarked;
