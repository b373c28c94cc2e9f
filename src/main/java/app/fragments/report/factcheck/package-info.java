/// Whether a report can be trusted: its citations, and what its fragments bear out (section 7 of
/// the plan).
///
/// [app.fragments.report.check.FactCheck] reads claims (dates, numbers, links, names) off each
/// passage of the report and looks each up in an index of the fragments, made once. Where there is
/// doubt it stays silent: a flag that is wrong costs the reader's trust in all the others.
@NullMarked
package app.fragments.report.factcheck;

import org.jspecify.annotations.NullMarked;
