/// Markdown as text: the one parser that all of step 4 shares, and passages to read it by.
///
/// It knows nothing of reports or fragments; checks, HTML and the offline digest stand on it.
@NullMarked
package app.fragments.report.markdown;

import org.jspecify.annotations.NullMarked;
