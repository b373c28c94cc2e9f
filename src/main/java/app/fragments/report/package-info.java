/// Reports: checked against the fragments they were woven from ([app.fragments.report.factcheck]),
/// saved in versions ([app.fragments.report.ReportStore]) and rendered as safe HTML
/// ([app.fragments.report.html]).
@NullMarked
package app.fragments.report;

import org.jspecify.annotations.NullMarked;
