/// The built-in store: MongoDB's wire protocol over one SQLite file, inside this process. The
/// library mongo-java-server executes commands on collections and indexes that are SQLite tables.
@NullMarked
package app.fragments.store.mongo.embedded;

import org.jspecify.annotations.NullMarked;
