package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The transaction of the commands that run together, with a savepoint before each if it writes. If
/// so, it begins with the file's write lock and never loses a race against another process.
final class Transaction {
  private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

  private enum State {
    NONE,
    READING,
    WRITING
  }

  private final Sqlite sqlite;
  private State state = State.NONE;

  Transaction(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /// Begins a transaction unless a suitable one is open. Returns whether it did: other processes
  /// may have written in between.
  ///
  /// @param mayWait whether to keep waiting while another process holds the write lock
  boolean begin(boolean writing, BooleanSupplier mayWait) {
    State wanted = writing ? State.WRITING : State.READING;
    if (state.compareTo(wanted) >= 0) {
      return false;
    }
    commit();
    if (writing) {
      sqlite.beginWriting(mayWait);
    } else {
      sqlite.executePrepared("BEGIN");
    }
    state = wanted;
    return true;
  }

  boolean isWriting() {
    return state == State.WRITING;
  }

  /// Runs a command and undoes its writes if it fails. After a [StorageException], the whole
  /// transaction must be rolled back instead.
  Document run(Supplier<Document> command) {
    if (!isWriting()) {
      return command.get();
    }
    sqlite.executePrepared("SAVEPOINT command");
    try {
      Document reply = command.get();
      sqlite.executePrepared("RELEASE command");
      return reply;
    } catch (StorageException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      sqlite.executePrepared("ROLLBACK TO command");
      sqlite.executePrepared("RELEASE command");
      throw e;
    }
  }

  /// Returns once everything is on the disk.
  void commit() {
    if (state != State.NONE) {
      sqlite.executePrepared("COMMIT");
      state = State.NONE;
    }
  }

  void rollBack() {
    sqlite.closeStatements(); // the driver has closed the one that failed
    if (state == State.NONE) {
      return;
    }
    state = State.NONE;
    try {
      sqlite.execute("ROLLBACK");
    } catch (StorageException e) {
      // after some failures, such as a full disk, SQLite has rolled back already
      LOG.debug("Nothing to roll back", e);
    }
  }
}
