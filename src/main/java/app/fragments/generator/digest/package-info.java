/// The generator that needs no AI, no key and no network: an extractive summary.
///
/// Fragments are split into sentences, the sentences ranked by how much they have in common with
/// all others (LexRank, Erkan and Radev 2004), and the best ones set as they were written under the
/// headings of the report. Nothing is reworded, so nothing can be made up, and the same fragments
/// always give the same digest.
@NullMarked
package app.fragments.generator.digest;

import org.jspecify.annotations.NullMarked;
