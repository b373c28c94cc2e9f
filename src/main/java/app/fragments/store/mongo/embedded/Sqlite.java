package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/// One connection to the store's file, for one thread, with cached prepared statements. All methods
/// throw [StorageException] if SQLite fails. Commits return once they are on the disk.
final class Sqlite implements AutoCloseable {
  /// "FRAG", in the header of our files.
  private static final int APPLICATION_ID = 0x46524147;

  /// The version of the table layout.
  private static final int LAYOUT = 1;

  /// How long to wait for another process's transaction.
  static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  // SQLite's own pauses grow to 100 ms, in which another process takes the lock ten times; but many
  // processes that never pause longer leave no time to the one that holds it
  private static final long FIRST_PAUSE_NANOS = 500_000;
  private static final long MAX_PAUSE_NANOS = 8_000_000;

  private final SQLiteConnection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private Sqlite(SQLiteConnection connection) {
    this.connection = connection;
  }

  /// Opens the file, and makes an empty one a store. Several processes may do this at once.
  ///
  /// @throws StoreException if the file is damaged, another program's or a newer version's, or
  ///   cannot be read and written; it is left unchanged
  static Sqlite open(Path file) {
    try {
      Sqlite sqlite = openAsIs(file);
      try {
        if (!sqlite.isOfThisVersion()) {
          sqlite.initialize(file);
        }
        sqlite.whileBusy(() -> sqlite.execute("PRAGMA journal_mode=WAL"), lockTimeout());
        sqlite.syncToDisk();
        return sqlite;
      } catch (RuntimeException e) {
        sqlite.close();
        throw e;
      }
    } catch (StorageException e) {
      throw e.error() == SqliteErrorCode.CORRUPT
          ? damaged(file, e)
          : new StoreException(file + " cannot be opened: " + e.error().sentence() + ".", e);
    }
  }

  /// Opens a file read-only without checking what it is.
  static Sqlite openReadOnly(Path file) {
    Sqlite sqlite = openAsIs(file);
    try {
      sqlite.execute("PRAGMA query_only=ON");
      sqlite.syncToDisk(); // the last connection to close moves a killed process's WAL to the file
      return sqlite;
    } catch (StorageException e) {
      sqlite.close();
      throw e;
    }
  }

  private static Sqlite openAsIs(Path file) {
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout(Math.toIntExact(LOCK_TIMEOUT.toMillis()));
      return new Sqlite(
          JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties()));
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  private void syncToDisk() {
    execute("PRAGMA synchronous=FULL");
    // macOS: an fsync that reaches the disk; no effect elsewhere
    execute("PRAGMA fullfsync=ON");
    execute("PRAGMA checkpoint_fullfsync=ON");
  }

  /// Whether the file has this version's tables, or can have them.
  boolean isOfThisVersion() {
    return number("PRAGMA application_id") == APPLICATION_ID
        && number("PRAGMA user_version") <= LAYOUT;
  }

  static StoreException damaged(Path file, @Nullable Throwable cause) {
    return new StoreException(
        file
            + " is damaged or not a Fragments journal. The file was left unchanged: restore a"
            + " backup, or move it away to start with an empty journal.",
        cause);
  }

  /// Checks and marks the file in one transaction, so that only one process does.
  private void initialize(Path file) {
    // only possible while the file is empty; leaves little unused space with typical entries
    execute("PRAGMA page_size=8192");
    beginWriting();
    if (!isOfThisVersion()) {
      if (number("PRAGMA application_id") == APPLICATION_ID) {
        throw new StoreException(
            file + " was written by a newer version of Fragments; please update", null);
      }
      if (number("SELECT count(*) FROM sqlite_master") > 0) {
        throw damaged(file, null);
      }
      execute("PRAGMA application_id=" + APPLICATION_ID);
      execute("PRAGMA user_version=" + LAYOUT);
    }
    execute("COMMIT");
  }

  /// Begins a transaction with the write lock; waits for it up to [#LOCK_TIMEOUT].
  void beginWriting() {
    beginWriting(lockTimeout());
  }

  void beginWriting(BooleanSupplier mayWait) {
    whileBusy(() -> executePrepared("BEGIN IMMEDIATE"), mayWait);
  }

  private static BooleanSupplier lockTimeout() {
    long started = System.nanoTime();
    return () -> System.nanoTime() - started < LOCK_TIMEOUT.toNanos();
  }

  /// Retries a statement that needs a lock while other processes hold it.
  private void whileBusy(Runnable statement, BooleanSupplier mayWait) {
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      boolean last = !mayWait.getAsBoolean();
      try {
        connection.setBusyTimeout(0);
        try {
          statement.run();
          return;
        } finally {
          connection.setBusyTimeout(Math.toIntExact(LOCK_TIMEOUT.toMillis()));
        }
      } catch (SQLException e) {
        throw new StorageException(e);
      } catch (StorageException e) {
        if (last || e.error() != SqliteErrorCode.BUSY) {
          throw e;
        }
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
      pause = Math.min(2 * pause, MAX_PAUSE_NANOS);
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// Executes a statement that is prepared once, for frequent ones.
  void executePrepared(String sql) {
    try {
      PreparedStatement statement = prepared(sql);
      try {
        statement.execute();
      } catch (SQLException e) {
        statements.remove(sql); // the driver closes some failed statements and not others
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// Executes an INSERT, UPDATE or DELETE; the parameters are byte arrays, strings or numbers.
  void update(String sql, Object... parameters) {
    try {
      bound(sql, parameters).executeUpdate();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// Reads rows until the mapper, which must not run the same statement, returns false. Returns
  /// whether it read all.
  boolean scan(String sql, RowMapper<Boolean> mapper, Object... parameters) {
    try (ResultSet rows = bound(sql, parameters).executeQuery()) {
      while (rows.next()) {
        if (!mapper.map(rows)) {
          return false;
        }
      }
      return true;
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
    List<T> all = new ArrayList<>();
    scan(sql, row -> all.add(mapper.map(row)), parameters);
    return all;
  }

  /// The number in the first row of a query, or 0 if there is no row.
  long number(String sql, Object... parameters) {
    return query(sql, row -> row.getLong(1), parameters).stream().findFirst().orElse(0L);
  }

  private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = prepared(sql);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
    return statement;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  /// Closes the cached statements; needed before a table is dropped.
  void closeStatements() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
    statements.clear();
  }

  boolean hasTable(String name) {
    return number("SELECT count(*) FROM sqlite_master WHERE name = ?", name) > 0;
  }

  @Override
  public void close() {
    try {
      closeStatements();
      connection.close();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }
}
