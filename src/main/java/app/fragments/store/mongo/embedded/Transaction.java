package app.fragments.store.mongo.embedded;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The transaction of the commands that run together, with a mark before each that writes.
///
/// One that writes takes the file's write lock at its start (`BEGIN IMMEDIATE`), so that it never
/// has to be undone because another process was quicker.
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

  /// Begins a transaction where none is open that will do.
  ///
  /// @param mayWait whether to wait on while another process keeps the write lock
  /// @return whether it began one: others may have written since
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

  /// Remembers where a command starts.
  void mark() {
    if (state == State.WRITING) {
      sqlite.executePrepared("SAVEPOINT command");
    }
  }

  /// The command that was marked is done.
  void release() {
    if (state == State.WRITING) {
      sqlite.executePrepared("RELEASE command");
    }
  }

  /// Undoes the command that was marked, and nothing before it.
  void undoToMark() {
    if (state == State.WRITING) {
      sqlite.executePrepared("ROLLBACK TO command");
      sqlite.executePrepared("RELEASE command");
    }
  }

  /// What was written is on the disk when this returns.
  void commit() {
    if (state != State.NONE) {
      sqlite.executePrepared("COMMIT");
      state = State.NONE;
    }
  }

  /// Undoes everything since the last commit.
  void abandon() {
    // the driver has closed the one that failed
    sqlite.forgetStatements();
    if (state == State.NONE) {
      return;
    }
    state = State.NONE;
    try {
      sqlite.execute("ROLLBACK");
    } catch (StorageException e) {
      // SQLite undoes a transaction by itself on some failures, a full disk among them
      LOG.debug("There was nothing left to undo", e);
    }
  }
}
