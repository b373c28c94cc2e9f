/// The Markdown parser of the program, and passages to read a document by.
///
/// Knows nothing of reports or fragments; the fact check, HTML and the digest build on it.
@NullMarked
package app.fragments.report.markdown;

import org.jspecify.annotations.NullMarked;
