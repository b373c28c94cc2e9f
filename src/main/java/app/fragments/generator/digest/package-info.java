/// The generator that needs no AI, key or network: an extractive summary.
///
/// Splits fragments into sentences, ranks the sentences by how much they share with all others
/// (LexRank, Erkan and Radev 2004), and puts the best ones, as written, under the report's
/// headings. Nothing is reworded, so nothing is made up. The same fragments always give the same
/// digest.
@NullMarked
package app.fragments.generator.digest;

import org.jspecify.annotations.NullMarked;
