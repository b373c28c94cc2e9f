/// Jobs: records, queue items and leases, and the service that submits, retries and cancels them.
@NullMarked
package app.fragments.job;

import org.jspecify.annotations.NullMarked;
