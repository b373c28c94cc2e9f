/// The Report tab: the report in a WebView, its citations and flags, copying and exporting it, and
/// the list of reports.
@NullMarked
package app.fragments.ui.report;

import org.jspecify.annotations.NullMarked;
