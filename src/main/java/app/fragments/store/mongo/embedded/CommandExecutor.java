package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that touches the file: runs commands one at a time, each whole, and answers after
/// the commit. Commands that have come meanwhile share a transaction and thus a commit.
final class CommandExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);

  /// Keeps the first command of a transaction from waiting for too many others.
  private static final int MOST_IN_A_TRANSACTION = 64;

  /// How long commands may still wait for the write lock once the loop is being closed.
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

  private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
  private final SqliteBackend backend;
  private final Transaction transaction;
  private final Duration patience;
  private final Thread thread;
  private volatile @Nullable Long closedAt;

  /// Something to do on the thread.
  private sealed interface Task {}

  /// @param queuedAt by [System#nanoTime()]
  private record Request(
      Channel channel, ServerCommand command, Consumer<Document> reply, long queuedAt)
      implements Task {}

  private record Closed(Channel channel) implements Task {}

  private record Stop() implements Task {}

  private record Answer(Consumer<Document> reply, Document document) {
    void send() {
      reply.accept(document);
    }
  }

  CommandExecutor(Sqlite sqlite, SqliteBackend backend) {
    this(sqlite, backend, Sqlite.PATIENCE);
  }

  /// @param patience how long a command may wait for its turn and then for another process's write
  ///   lock: of many that wait behind one, none waits its time after the other's
  CommandExecutor(Sqlite sqlite, SqliteBackend backend, Duration patience) {
    this.backend = backend;
    this.patience = patience;
    this.transaction = new Transaction(sqlite);
    this.thread = Thread.ofPlatform().daemon().name("fragments-store").start(this::run);
  }

  /// Has a command run; the reply is called on the loop's thread once what it says is on the disk.
  void submit(Channel channel, ServerCommand command, Consumer<Document> reply) {
    waiting.add(new Request(channel, command, reply, System.nanoTime()));
  }

  /// Forgets a connection.
  void closed(Channel channel) {
    waiting.add(new Closed(channel));
  }

  private void run() {
    try {
      Task task = waiting.take();
      while (!(task instanceof Stop)) {
        task = runTransaction(task);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The store has stopped", e);
    }
  }

  /// Runs the task and those that wait, and commits.
  ///
  /// @return the next task
  private Task runTransaction(Task first) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    @Nullable Task task = first;
    try {
      while (task != null && !(task instanceof Stop) && !isForTheNext(task, answers.size())) {
        switch (task) {
          case Request request -> answers.add(new Answer(request.reply(), run(request)));
          case Closed closed -> backend.handleClose(closed.channel());
          case Stop stop -> throw new IllegalStateException("Handled above");
        }
        task = waiting.poll();
      }
      transaction.commit();
      answers.forEach(Answer::send);
    } catch (StorageException e) {
      LOG.warn("A transaction of {} commands was undone", answers.size() + 1, e);
      transaction.abandon();
      backend.forget();
      answers.forEach(answer -> answer.reply().accept(e.reply()));
      if (task instanceof Request request) {
        request.reply().accept(e.reply());
        task = null;
      }
    }
    return task == null ? waiting.take() : task;
  }

  /// Whether a task has to wait for another transaction: what has only been read is answered before
  /// anybody waits for the write lock.
  private boolean isForTheNext(Task task, int answers) {
    boolean startsToWrite =
        task instanceof Request request && request.command().writes() && !transaction.isWriting();
    return answers >= MOST_IN_A_TRANSACTION || startsToWrite && answers > 0;
  }

  private Document run(Request request) {
    ServerCommand command = request.command();
    if (!command.isKnown()) {
      return error(
          new MongoServerError(59, "CommandNotFound", "no such command: " + command.name()));
    }
    BooleanSupplier mayWait = () -> mayWait(request);
    if (transaction.begin(command.writes(), mayWait)) {
      backend.refresh();
    }
    if (!backend.isOpen(command) && transaction.begin(true, mayWait)) {
      backend.refresh();
    }
    transaction.mark();
    try {
      Document reply = backend.run(request.channel(), command);
      transaction.release();
      return reply;
    } catch (MongoServerException e) {
      undo();
      return error(e);
    } catch (StorageException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.error("The command {} failed", command.name(), e);
      undo();
      return error(new MongoServerException("The command failed: " + e.getClass().getSimpleName()));
    }
  }

  private boolean mayWait(Request request) {
    long now = System.nanoTime();
    Long closed = closedAt;
    return now - request.queuedAt() < patience.toNanos()
        && (closed == null || now - closed < LAST_PATIENCE.toNanos());
  }

  private void undo() {
    transaction.undoToMark();
    backend.forget();
  }

  static Document error(MongoServerException e) {
    Document reply = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      reply.append("code", error.getCode());
      reply.putIfNotNull("codeName", error.getCodeName());
    }
    return reply;
  }

  /// Runs what waits, and stops. Where another process keeps the write lock, what needs it is
  /// refused soon.
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
}
