package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only thread that touches the file: runs commands one at a time and replies after the commit.
/// Waiting commands share a transaction.
final class CommandExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);

  /// The most commands that the first one of a transaction waits for.
  private static final int MAX_TRANSACTION_SIZE = 64;

  /// How long commands may still wait for the write lock once the executor is being closed.
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final SqliteBackend backend;
  private final Transaction transaction;
  private final Duration timeout;
  private final Thread thread;
  private volatile @Nullable Long closedAt;

  private sealed interface Task {}

  /// @param queuedAt by [System#nanoTime()]
  private record Request(
      Channel channel, ServerCommand command, Consumer<Document> reply, long queuedAt)
      implements Task {}

  private record ConnectionClosed(Channel channel) implements Task {}

  private record Stop() implements Task {}

  private record Response(Request request, Document document) {}

  /// @param timeout how long a command may wait, for its turn and another process's write lock
  ///   together, so that commands that wait behind one another time out together
  CommandExecutor(Sqlite sqlite, SqliteBackend backend, Duration timeout) {
    this.backend = backend;
    this.timeout = timeout;
    this.transaction = new Transaction(sqlite);
    this.thread = Thread.ofPlatform().daemon().name("fragments-store").start(this::run);
  }

  /// Runs a command. The reply is called on the executor's thread after the commit.
  void submit(Channel channel, ServerCommand command, Consumer<Document> reply) {
    waiting.add(new Request(channel, command, reply, System.nanoTime()));
  }

  void closed(Channel channel) {
    waiting.add(new ConnectionClosed(channel));
  }

  /// Calls the action if an error ends the thread, after which there are no more replies.
  void onFailure(Runnable action) {
    var _ = failure.thenRun(action);
  }

  private void run() {
    try {
      Task task = waiting.take();
      while (!(task instanceof Stop)) {
        task = runTransaction(task);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      LOG.error("The built-in store has stopped; closing its connections", e);
      failure.complete(null);
    }
  }

  /// Runs the task and others that are waiting, and commits. If something unexpected fails, all of
  /// them are rolled back and fail. Returns the next task.
  private Task runTransaction(Task first) throws InterruptedException {
    List<Response> responses = new ArrayList<>();
    @Nullable Task task = first;
    try {
      while (task != null && !isForNextTransaction(task, responses.size())) {
        switch (task) {
          case Request request -> responses.add(new Response(request, run(request)));
          case ConnectionClosed(Channel channel) -> backend.handleClose(channel);
          case Stop _ -> throw new IllegalStateException("Excluded above");
        }
        task = waiting.poll();
      }
      transaction.commit();
      responses.forEach(response -> reply(response.request(), response.document()));
    } catch (RuntimeException e) {
      LOG.warn("Rolling back a transaction of {} commands", responses.size() + 1, e);
      Document error =
          e instanceof StorageException storage ? storage.error().reply() : unexpected(e);
      transaction.rollBack();
      backend.forgetCatalog();
      responses.forEach(response -> reply(response.request(), error));
      if (task instanceof Request request) {
        reply(request, error);
      }
      return task instanceof Stop ? task : waiting.take();
    }
    return task == null ? waiting.take() : task;
  }

  /// A failed reply concerns its own connection only.
  private static void reply(Request request, Document document) {
    try {
      request.reply().accept(document);
    } catch (RuntimeException e) {
      LOG.warn("Could not reply to {}", request.command().name(), e);
    }
  }

  /// Reads are committed and answered before the first write waits for the lock.
  private boolean isForNextTransaction(Task task, int size) {
    return task instanceof Stop
        || size >= MAX_TRANSACTION_SIZE
        || size > 0
            && task instanceof Request request
            && request.command().writes()
            && !transaction.isWriting();
  }

  private Document run(Request request) {
    ServerCommand command = request.command();
    if (!command.isKnown()) {
      return error(59, "CommandNotFound", "no such command: " + command.name());
    }
    BooleanSupplier mayWait = () -> mayWait(request);
    if (transaction.begin(command.writes(), mayWait)) {
      backend.refreshCatalog();
    }
    if (!backend.isOpen(command) && transaction.begin(true, mayWait)) {
      backend.refreshCatalog();
    }
    try {
      return transaction.run(() -> backend.run(request.channel(), command));
    } catch (MongoServerException e) {
      backend.forgetCatalog();
      return error(e);
    } catch (StorageException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.error("The command {} failed", command.name(), e);
      backend.forgetCatalog();
      return unexpected(e);
    }
  }

  private boolean mayWait(Request request) {
    long now = System.nanoTime();
    Long closed = closedAt;
    return now - request.queuedAt() < timeout.toNanos()
        && (closed == null || now - closed < CLOSE_TIMEOUT.toNanos());
  }

  private static Document unexpected(Throwable e) {
    return error(new MongoServerException("The command failed: " + e.getClass().getSimpleName()));
  }

  static Document error(int code, String codeName, String message) {
    return error(new MongoServerError(code, codeName, message));
  }

  private static Document error(MongoServerException e) {
    Document reply = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      reply.append("code", error.getCode());
      reply.putIfNotNull("codeName", error.getCodeName());
    }
    return reply;
  }

  /// Runs the commands that are waiting, and stops. Writes fail soon if the file is locked.
  @Override
  public void close() {
    closedAt = System.nanoTime();
    waiting.add(new Stop());
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The transaction of the commands that run together, with a savepoint before each if it writes.
  /// If so, it begins with the file's write lock and never loses a race against another process.
  private static final class Transaction {
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
}
