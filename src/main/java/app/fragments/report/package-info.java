/// Step 4 of the way of the data: what is woven, and whether it can be trusted.
///
/// A generator's Markdown is checked against the fragments it was woven from
/// ([app.fragments.report.Checks]), kept in versions ([app.fragments.report.ReportStore]) and
/// turned into safe HTML for reading.
@NullMarked
package app.fragments.report;

import org.jspecify.annotations.NullMarked;
