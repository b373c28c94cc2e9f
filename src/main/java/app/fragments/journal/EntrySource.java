package app.fragments.journal;

/// The origin of an imported entry; the next import uses it to recognize the entry.
///
/// @param importer such as `markdown`, `jrnl` or `samples`
/// @param id the importer's id, such as a path relative to the imported folder
/// @param digest [Entry#contentDigest()] at the last import; if it differs from the entry's current
///   one, the user has edited the entry since
public record EntrySource(String importer, String id, String digest) {}
