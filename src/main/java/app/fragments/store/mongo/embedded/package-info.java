/// The built-in store: MongoDB's wire protocol over one SQLite file, inside this process.
///
/// [app.fragments.mongo.embedded.EmbeddedServer] opens the file and listens on loopback. A request
/// comes in through the doorkeeper, waits in the [app.fragments.mongo.embedded.CommandLoop], which
/// runs one command at a time and commits before it answers, and is carried out by the library
/// mongo-java-server on collections and indexes that are SQLite tables.
@NullMarked
package app.fragments.store.mongo.embedded;

import org.jspecify.annotations.NullMarked;
