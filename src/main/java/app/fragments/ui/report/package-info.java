/// The last step of the way of the data: the report in the WebView, its citations and flags, copy
/// and export.
@NullMarked
package app.fragments.ui.report;

import org.jspecify.annotations.NullMarked;
