/// Checks whether the fragments support what a report says.
///
/// [app.fragments.report.factcheck.FactCheck] extracts claims (dates, numbers, links, names) from
/// each passage of the report and looks each up in an index of the fragments, built once. When in
/// doubt it stays silent: one wrong flag costs the reader's trust in all others.
@NullMarked
package app.fragments.report.factcheck;

import org.jspecify.annotations.NullMarked;
