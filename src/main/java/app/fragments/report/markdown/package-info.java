/// The Markdown parser, and the passages of a document. Knows nothing of reports or fragments.
@NullMarked
package app.fragments.report.markdown;

import org.jspecify.annotations.NullMarked;
