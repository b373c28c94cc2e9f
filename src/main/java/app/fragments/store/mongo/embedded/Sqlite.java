package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/// One connection to the store's file, for one thread: transactions, savepoints, and statements
/// that are prepared once.
///
/// WAL with `synchronous=FULL`: a commit is on the disk before it returns, and several processes
/// may have the file open.
final class Sqlite implements AutoCloseable {
  /// "FRAG", so that other tools know the file (and we know other tools' files).
  private static final int APPLICATION_ID = 0x46524147;

  /// The layout of tables that this class's users write; a higher one is a newer program's.
  private static final int LAYOUT = 1;

  /// How long to wait for another process's transaction.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// How long to wait before the write lock is tried again, at first and at most. SQLite's own
  /// waiting grows to a tenth of a second, in which the other process has taken the lock ten times
  /// more; and many processes that never wait longer leave the one that has the lock no time.
  private static final long FIRST_WAIT_NANOS = 500_000;

  private static final long LONGEST_WAIT_NANOS = 8_000_000;

  private final SQLiteConnection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Sqlite(SQLiteConnection connection) {
    this.connection = connection;
  }

  /// Opens the file, and makes an empty one the store's; others may do the same at the same time.
  ///
  /// @throws StoreException where the file is damaged, another program's or a newer version's, or
  ///   cannot be read and written now; it is left as it is
  static Sqlite open(Path file) {
    try {
      Sqlite sqlite = new Sqlite(connect(file));
      try {
        if (!sqlite.isOfThisVersion()) {
          sqlite.takeAsOwn(file);
        }
        sqlite.patiently(() -> sqlite.execute("PRAGMA journal_mode=WAL"), patience());
        sqlite.reachTheDisk();
        return sqlite;
      } catch (RuntimeException e) {
        sqlite.close();
        throw e;
      }
    } catch (SQLException e) {
      throw refused(file, new StorageException(e));
    } catch (StorageException e) {
      throw refused(file, e);
    }
  }

  /// Opens a file as it is, whatever it is; [#onlyRead] is to be called next.
  ///
  /// @throws StorageFailure where it cannot be opened
  static Sqlite openToRead(Path file) {
    try {
      return new Sqlite(connect(file));
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// Takes no writes from now on.
  ///
  /// @throws StorageFailure where the file is no database
  void onlyRead() {
    execute("PRAGMA query_only=ON");
    reachTheDisk(); // the last one to close moves what a killed process left in the WAL
  }

  private void reachTheDisk() {
    execute("PRAGMA synchronous=FULL");
    // macOS: an fsync that reaches the disk; nothing elsewhere
    execute("PRAGMA fullfsync=ON");
    execute("PRAGMA checkpoint_fullfsync=ON");
  }

  /// Whether this version's tables are in it, or can be.
  boolean isOfThisVersion() {
    return number("PRAGMA application_id") == APPLICATION_ID
        && number("PRAGMA user_version") <= LAYOUT;
  }

  private static StoreException refused(Path file, StorageException failure) {
    return failure.error() == SqliteErrorCode.CORRUPT
        ? broken(file, failure)
        : new StoreException(
            file + " cannot be opened: " + failure.error().sentence() + ".", failure);
  }

  static StoreException broken(Path file, @Nullable Throwable cause) {
    return new StoreException(
        file
            + " is damaged or not a journal of Fragments. It was left as it is: restore a backup,"
            + " or move it away to start with an empty journal.",
        cause);
  }

  private static SQLiteConnection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    return JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties());
  }

  /// Looks and marks in one transaction: of several that find the file empty, one makes it the
  /// store's, and the others find that it is.
  private void takeAsOwn(Path file) {
    // only an empty file takes it; usual entries then leave little of a page unused
    execute("PRAGMA page_size=8192");
    beginWriting();
    if (!isOfThisVersion()) {
      refuseOthers(file);
      execute("PRAGMA application_id=" + APPLICATION_ID);
      execute("PRAGMA user_version=" + LAYOUT);
    }
    execute("COMMIT");
  }

  private void refuseOthers(Path file) {
    if (number("PRAGMA application_id") == APPLICATION_ID) {
      throw new StoreException(
          file + " was written by a newer version of Fragments; please update", null);
    }
    if (number("SELECT count(*) FROM sqlite_master") > 0) {
      throw broken(file, null);
    }
  }

  /// Begins a transaction that holds the write lock from its start.
  ///
  /// @throws StorageFailure where others keep the lock for longer than [#PATIENCE]
  void beginWriting() {
    beginWriting(patience());
  }

  /// The same for somebody with another patience.
  ///
  /// @param mayWait whether to wait on while others keep the lock; asked time and again
  void beginWriting(BooleanSupplier mayWait) {
    patiently(() -> executePrepared("BEGIN IMMEDIATE"), mayWait);
  }

  private static BooleanSupplier patience() {
    long started = System.nanoTime();
    return () -> System.nanoTime() - started < PATIENCE.toNanos();
  }

  /// Does something that needs a lock, again and again until it is free.
  ///
  /// @throws StorageFailure where others keep it for longer than one may wait, or for another
  ///   reason than the lock
  private void patiently(Runnable statement, BooleanSupplier mayWait) {
    long wait = FIRST_WAIT_NANOS;
    while (true) {
      boolean last = !mayWait.getAsBoolean();
      try {
        runAtOnce(statement);
        return;
      } catch (StorageException e) {
        if (last || e.error() != SqliteErrorCode.BUSY) {
          throw e;
        }
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(wait / 2, wait));
      wait = Math.min(2 * wait, LONGEST_WAIT_NANOS);
    }
  }

  private void runAtOnce(Runnable statement) {
    try {
      connection.setBusyTimeout(0);
      try {
        statement.run();
      } finally {
        connection.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// The same for what is executed time and again: compiled once.
  void executePrepared(String sql) {
    try {
      PreparedStatement statement = statement(sql);
      try {
        statement.execute();
      } catch (SQLException e) {
        statements.remove(sql); // the driver leaves some failed ones open, and closes others
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// The one number that a query answers.
  long number(String sql) {
    try (ResultSet result = statement(sql).executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  /// The prepared statement; whoever opens a result set on it closes it before the next use.
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  /// Closes what was prepared, before tables are dropped.
  void forgetStatements() {
    statements
        .values()
        .forEach(
            statement -> {
              try {
                statement.close();
              } catch (SQLException e) {
                throw new StorageException(e);
              }
            });
    statements.clear();
  }

  boolean hasTable(String name) {
    try {
      PreparedStatement query = statement("SELECT 1 FROM sqlite_master WHERE name = ?");
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        return result.next();
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  @Override
  public void close() {
    try {
      forgetStatements();
      connection.close();
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }
}
