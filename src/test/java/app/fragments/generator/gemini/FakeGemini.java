package app.fragments.generator.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A fake Gemini on the loopback interface that speaks the real wire format, for tests and manual
/// use: `streamGenerateContent?alt=sse`, `generateContent`, `countTokens` and `models.get`.
///
/// Responses are scripted with [#answer]: sent in order, the last one repeatedly. The default is a
/// report on the fragments in the request. It implements HTTP itself, because HTTP servers cannot
/// disconnect in the middle of a chunk.
public final class FakeGemini implements AutoCloseable {
  private final ServerSocket server;
  private final Deque<FakeAnswer> answers = new ArrayDeque<>(List.of(FakeAnswer.report()));
  private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore arrivals = new Semaphore(0);
  private final Semaphore hangUps = new Semaphore(0);
  private final CountDownLatch closed = new CountDownLatch(1);

  private FakeGemini(ServerSocket server) {
    this.server = server;
  }

  /// On a free port.
  public static FakeGemini start() {
    return start(0);
  }

  public static FakeGemini start(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      FakeGemini fake = new FakeGemini(socket);
      Thread.ofPlatform().daemon().name("fake-gemini").start(fake::accept);
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For `GEMINI_BASE_URL`, such as `http://127.0.0.1:40123`.
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.getLocalPort();
  }

  /// The next responses in order; the last one repeats.
  public FakeGemini answer(FakeAnswer... next) {
    synchronized (answers) {
      answers.clear();
      answers.addAll(List.of(next));
    }
    return this;
  }

  /// The requests so far, oldest first.
  public List<FakeRequest> requests() {
    return List.copyOf(requests);
  }

  public FakeRequest lastRequest() {
    return requests.getLast();
  }

  /// Waits for the next request, or takes one that has already arrived.
  ///
  /// @return whether one arrived in time
  public boolean awaitRequest(Duration time) {
    return await(arrivals, time);
  }

  /// Waits until a client disconnects before its response is complete.
  ///
  /// @return whether one did in time
  public boolean awaitHangUp(Duration time) {
    return await(hangUps, time);
  }

  private static boolean await(Semaphore event, Duration time) {
    try {
      return event.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().name("fake-gemini-call").start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      FakeRequest request = FakeRequest.read(socket.getInputStream());
      requests.add(request);
      arrivals.release();
      next().write(request, new FakeWire(socket, closed));
    } catch (IOException e) {
      hangUps.release();
    } finally {
      open.remove(socket);
    }
  }

  private FakeAnswer next() {
    synchronized (answers) {
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
  }

  /// Stops at once, even in the middle of responses.
  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs it until the process is stopped: `[port [answer]]`, the answer being `report`, `slow`,
  /// `invented`, `quota`, `overloaded`, `blocked`, `truncated`, `silent` or `wrongkey`.
  public static void main(String[] arguments) throws InterruptedException {
    FakeGemini fake = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
    fake.answer(FakeAnswer.named(arguments.length > 1 ? arguments[1] : "slow"));
    System.out.println("GEMINI_BASE_URL=" + fake.baseUrl() + " GEMINI_API_KEY=any");
    fake.closed.await();
  }
}
