/// Reports, from a generator's Markdown to a page one can trust.
///
/// A report is checked against the fragments it was woven from ([app.fragments.report.factcheck]),
/// saved in versions ([app.fragments.report.ReportStore]) and rendered as safe HTML
/// ([app.fragments.report.html]).
@NullMarked
package app.fragments.report;

import org.jspecify.annotations.NullMarked;
