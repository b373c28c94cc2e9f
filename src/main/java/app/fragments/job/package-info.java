/// Step 2 of the way of the data: the record of a weaving and the right to work on it.
///
/// A [app.fragments.job.Job] is the record, whose status only the transitions of
/// [app.fragments.job.JobStatus] change. The queue holds one small document for each job that waits
/// or runs; a [app.fragments.job.Lease] on it is the right to work, and its fence is in every
/// write.
@NullMarked
package app.fragments.job;

import org.jspecify.annotations.NullMarked;
