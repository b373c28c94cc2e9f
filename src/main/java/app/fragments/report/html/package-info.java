/// A report as safe HTML: for reading in the window, as a file of its own, and for the clipboard.
///
/// [app.fragments.report.html.ReportHtml] puts citations, flags and notes into the document's tree,
/// renders it, and lets nothing through its sanitizer that it did not mean to. The words of the
/// page are in `words.properties`, its looks in `report.css`, both resources beside these classes.
@NullMarked
package app.fragments.report.html;

import org.jspecify.annotations.NullMarked;
