package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The built-in store: a server of MongoDB's protocol for this process, on one file. Several
/// processes may each start one on the same folder; each sees the others' writes at once. A write
/// is acknowledged once it is on the disk.
///
/// It implements the part of MongoDB that this project needs: no pipeline updates, sessions,
/// transactions, change streams or partial indexes.
public final class EmbeddedServer implements AutoCloseable {
  private final Path file;
  private final Sqlite sqlite;
  private final CommandExecutor executor;
  private final WireServer wire;

  private EmbeddedServer(Path file) {
    this.file = file;
    this.sqlite = Sqlite.open(file);
    SqliteBackend backend = new SqliteBackend(sqlite);
    this.executor = new CommandExecutor(sqlite, backend, Sqlite.LOCK_TIMEOUT);
    this.wire = new WireServer(executor, backend);
  }

  /// Opens the store in a folder, which is created if it is missing.
  ///
  /// @throws StoreException if the folder is unsuitable (a network drive, no permission) or the
  ///   file is damaged; the file is left unchanged
  public static EmbeddedServer start(Path folder) {
    return new EmbeddedServer(StoreFile.prepare(folder));
  }

  public InetSocketAddress address() {
    return wire.address();
  }

  /// The user to authenticate as, with the mechanism `PLAIN`.
  public String user() {
    return WireServer.USER;
  }

  public char[] password() {
    return wire.password();
  }

  public Path file() {
    return file;
  }

  /// Copies the store, which may be in use, to a new file that only this user can read.
  ///
  /// @throws StoreException if the file exists already or cannot be written
  public void backup(Path target) {
    try {
      StoreFile.createPrivate(target); // SQLite writes to an empty file and keeps its permissions
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("There is a file already: " + target, e);
    } catch (IOException e) {
      throw new StoreException("The backup could not be written: " + e, e);
    }
    try (Sqlite copier = Sqlite.open(file)) {
      copier.update("VACUUM INTO ?", target.toString());
    } catch (StorageException e) {
      StoreException failure =
          new StoreException("The backup could not be written: " + e.getMessage(), e);
      try {
        Files.deleteIfExists(target);
      } catch (IOException undeleted) {
        failure.addSuppressed(undeleted);
      }
      throw failure;
    }
  }

  /// Checks the whole file for damage, using SQLite. Empty if there is none.
  public List<String> quickCheck() {
    List<String> findings =
        check(file, own -> own.query("PRAGMA quick_check", row -> row.getString(1)));
    return findings.equals(List.of("ok")) ? List.of() : findings;
  }

  /// Compares a database's indexes with all documents, blocking writers. Empty if all is well.
  public List<String> indexCheck(String database) {
    return indexCheck(file, database);
  }

  static List<String> indexCheck(Path file, String database) {
    return check(
        file,
        own -> {
          own.execute("BEGIN IMMEDIATE");
          List<String> findings =
              new SqliteMongoDatabase(own, database, new CursorRegistry()).checkIndexes();
          own.execute("ROLLBACK");
          return findings;
        });
  }

  private static List<String> check(Path file, Function<Sqlite, List<String>> check) {
    try (Sqlite own = Sqlite.open(file)) {
      return check.apply(own);
    } catch (StorageException e) {
      throw new StoreException("The file could not be checked: " + e.error().sentence(), e);
    }
  }

  /// Closes all connections and completes the commands already received; their replies are lost.
  @Override
  public void close() {
    wire.close();
    executor.close();
    sqlite.close();
  }
}
