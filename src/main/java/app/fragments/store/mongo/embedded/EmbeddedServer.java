package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// The built-in store: a server of MongoDB's protocol for this process alone, on one file.
///
/// Several processes may each start one on the same folder; each sees the others' writes at once. A
/// write is answered when it is on the disk. Nobody is let in who does not know the secret that
/// this server drew when it started.
///
/// It is the part of MongoDB that this project needs: no updates by pipelines, sessions,
/// transactions or change streams, and no partial indexes.
public final class EmbeddedServer implements AutoCloseable {
  private final Path file;
  private final ConnectionSecret secret = ConnectionSecret.draw();
  private final Sqlite sqlite;
  private final CommandExecutor loop;
  private final WireServer wire;

  private EmbeddedServer(Path file) {
    this.file = file;
    this.sqlite = Sqlite.open(file);
    SqliteBackend backend = new SqliteBackend(sqlite);
    this.loop = new CommandExecutor(sqlite, backend);
    this.wire = new WireServer(loop, backend, secret);
  }

  /// Opens the store in a folder, which is made where it is missing.
  ///
  /// @throws StoreException where it cannot be kept there (a network drive, no permission) or the
  ///   file is damaged; the file is left as it is
  public static EmbeddedServer start(Path folder) {
    return new EmbeddedServer(StoreFile.prepare(folder).path());
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return wire.address();
  }

  /// The user to authenticate as, by the mechanism `PLAIN`.
  public String user() {
    return ConnectionSecret.USER;
  }

  /// The password to authenticate with.
  public char[] password() {
    return secret.password();
  }

  /// The file that everything is in.
  public Path file() {
    return file;
  }

  /// Writes a copy of everything to a new file for this user alone, also while the store is in use.
  ///
  /// @throws StoreException where the file is there already, or cannot be written
  public void backup(Path target) {
    StoreFileCheck.backup(file, target);
  }

  /// Has SQLite read the whole file and look for damage.
  ///
  /// @return what is wrong; empty where nothing is
  public List<String> quickCheck() {
    return StoreFileCheck.quickCheck(file);
  }

  /// Compares the indexes of a database with its documents, all of which are read; nobody can write
  /// meanwhile.
  ///
  /// @return what is wrong; empty where nothing is
  public List<String> indexCheck(String database) {
    return StoreFileCheck.indexCheck(file, database);
  }

  /// Ends all connections, and does what they had asked for before; nobody hears the answers any
  /// more.
  @Override
  public void close() {
    wire.close();
    loop.close();
    sqlite.close();
  }
}
