/// The Jobs page: the list of jobs, why one is waiting, and who is working.
@NullMarked
package app.fragments.ui.jobs;

import org.jspecify.annotations.NullMarked;
