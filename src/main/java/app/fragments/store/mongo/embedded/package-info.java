/// The built-in store: MongoDB's wire protocol over one SQLite file, inside this process.
///
/// [app.fragments.store.mongo.embedded.EmbeddedServer] opens the file and listens on loopback. A
/// request passes authentication and is queued for the
/// [app.fragments.store.mongo.embedded.CommandExecutor], which runs one command at a time and
/// commits before it replies. The library mongo-java-server executes the command on collections and
/// indexes that are SQLite tables.
@NullMarked
package app.fragments.store.mongo.embedded;

import org.jspecify.annotations.NullMarked;
