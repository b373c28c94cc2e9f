/// A report as safe HTML: for reading in the window, as a file, and for the clipboard.
///
/// [app.fragments.report.html.ReportHtml] inserts citations, flags and notes into the document
/// tree; [app.fragments.report.html.SafeHtml] makes the output safe as it is written.
@NullMarked
package app.fragments.report.html;

import org.jspecify.annotations.NullMarked;
