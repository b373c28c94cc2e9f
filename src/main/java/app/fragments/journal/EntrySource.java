package app.fragments.journal;

/// Where an imported entry came from, so that it is known again at the next import.
///
/// @param importer the importer's name, such as `markdown`, `jrnl` or `samples`
/// @param id what the importer knows the entry by, such as a path relative to the imported folder
/// @param digest [Entry#contentDigest()] at the last import; where the entry's own digest differs
///   from it, the user has edited the entry since
public record EntrySource(String importer, String id, String digest) {}
