/// Step 3 of the way of the data: jobs are submitted, claimed, worked on and ended here.
///
/// [app.fragments.weave.WeaveService] is what the window and the commands call;
/// [app.fragments.weave.Worker] claims a job, has a [app.fragments.weave.Generator] answer it,
/// checks the answer and stores it, under a lease that [app.fragments.weave.Heartbeat] keeps;
/// [app.fragments.weave.Sweep] mends what a crash left between two writes.
@NullMarked
package app.fragments.weave;

import org.jspecify.annotations.NullMarked;
