package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.cli.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends hostile requests to a `serve` process: each gets a response or a closed connection in
/// time, none causes a server error, and none leaks resources.
class FuzzIT {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
  private static final int AT_ONCE = 8;
  private static final int WARM_UP = 400;
  private static final long MEBIBYTE = 1024 * 1024;

  /// How many more files may be open than before. The store's connections come and go, with two
  /// files each; a leak would grow with the number of requests.
  private static final long FILES = REQUESTS / 100;

  private static final int THREADS = 5;
  private static final long HEAP = 8 * MEBIBYTE;

  /// How long the server waits for the end of a request, plus its timer's resolution.
  private static final Duration SLOWEST = Duration.ofSeconds(15 + 15);

  /// 501 is the JDK's response to an unknown transfer encoding, not a server error.
  private static final Pattern SERVER_ERROR = Pattern.compile("HTTP/1\\.1 5(?!01)\\d\\d");

  @TempDir Path folder;
  private Jar jar;
  private String entry;

  @BeforeEach
  void aJournal() throws Exception {
    jar = new Jar(folder.resolve("home")).jvm("-Xmx256m");
    entry = jar.run("add", "One thing was done.", "--json").json().path("id").asText();
  }

  @Test
  void hostile_requests_cause_no_500_no_hang_and_no_leak() throws Exception {
    try (Served served = Served.start(jar, 1);
        ProcessVitals vitals = ProcessVitals.of(served.process().pid(), folder)) {
      attack(served, WARM_UP, 1);
      ProcessVitals.Reading before = settled(vitals, reading -> true);

      attack(served, REQUESTS, new Random().nextLong());

      ProcessVitals.Reading after = settled(vitals, reading -> noMore(reading, before));
      assertThat(after)
          .as(
              "%d files, %d threads and %d bytes more than %s at most",
              FILES, THREADS, HEAP, before)
          .matches(reading -> noMore(reading, before));
      assertStillWorks(served);
    }
  }

  @Test
  void requests_that_never_end_are_cut_off_and_block_nobody() throws Exception {
    try (Served served = Served.start(jar, 1);
        ExecutorService slow = Executors.newVirtualThreadPerTaskExecutor()) {
      assertStillWorks(served); // warm up: the first request is slow
      List<Future<Duration>> cut = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        cut.add(slow.submit(() -> trickle(served, "GET /healthz HTTP/1.1\r\nX-Slow: ")));
        cut.add(slow.submit(() -> trickle(served, slowBody(served))));
        cut.add(slow.submit(() -> trickle(served, chunkedBody(served))));
      }
      assertStillWorks(served);
      assertThat(cut).as("still open without blocking other requests").noneMatch(Future::isDone);
      for (Future<Duration> one : cut) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isLessThan(SLOWEST);
      }
    }
  }

  private void assertStillWorks(Served served) throws Exception {
    assertThat(served.get("/healthz").statusCode()).isEqualTo(200);
    String id = Served.json(served.generate(entry)).path("job_id").asText();
    assertThat(served.outcome(id).path("status").asText()).isEqualTo("completed");
  }

  private static void attack(Served served, int requests, long seed) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> attacks =
          IntStream.range(0, AT_ONCE)
              .mapToObj(client -> attacker(served, requests / AT_ONCE, seed + client))
              .toList();
      for (Future<Void> attack : clients.invokeAll(attacks)) {
        attack.get();
      }
    }
  }

  private static Callable<Void> attacker(Served served, int requests, long seed) {
    return () -> {
      Random random = new Random(seed);
      HostileRequests hostile = new HostileRequests(random, served.port(), served.token());
      for (int i = 0; i < requests; i++) {
        byte[] request = hostile.next();
        String answer = sendAndEnd(served.port(), request, random.nextInt(10));
        assertThat(SERVER_ERROR.matcher(answer).find())
            .as("seed %d, request %d: %s", seed, i, excerpt(request) + "\n" + answer)
            .isFalse();
      }
      return null;
    };
  }

  /// Sends all or half of a request, then resets the connection, or shuts down its output and reads
  /// to the end.
  private static String sendAndEnd(int port, byte[] request, int manner) throws IOException {
    if (manner == 0) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoLinger(true, 0); // sends a reset instead of FIN
        socket.getOutputStream().write(request, 0, request.length / 2);
      } catch (SocketException e) {
        // The server closed first.
      }
      return "";
    }
    int length = manner == 1 ? request.length / 2 : request.length;
    return RawHttp.exchangeHalfClosed(port, java.util.Arrays.copyOf(request, length));
  }

  private static String excerpt(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.min(500, text.length()));
  }

  private static String slowBody(Served served) {
    return head(served) + "Content-Length: 1000000\r\n\r\n{";
  }

  private static String chunkedBody(Served served) {
    return head(served) + "Transfer-Encoding: chunked\r\n\r\nFFFFF\r\n{";
  }

  private static String head(Served served) {
    return "POST /reports/generate HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n"
            .formatted(served.port(), served.token())
        + "Content-Type: application/json\r\n";
  }

  /// Sends the start, then a byte now and then, until the server closes the connection.
  private static Duration trickle(Served served, String start) throws Exception {
    long began = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(250);
      socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      while (System.nanoTime() - began < SLOWEST.plusSeconds(10).toNanos()) {
        try {
          if (socket.getInputStream().read() < 0) {
            break;
          }
        } catch (java.net.SocketTimeoutException e) {
          socket.getOutputStream().write(' ');
        }
      }
    } catch (SocketException e) {
      // The server closed the connection.
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static boolean noMore(ProcessVitals.Reading now, ProcessVitals.Reading before) {
    return now.files() <= before.files() + FILES
        && now.threads() <= before.threads() + THREADS
        && now.heapBytes() <= before.heapBytes() + HEAP;
  }

  /// The readings after the last requests have ended and released their resources.
  private static ProcessVitals.Reading settled(
      ProcessVitals vitals, Predicate<ProcessVitals.Reading> enough) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(45).toNanos();
    ProcessVitals.Reading reading = vitals.read();
    while ((reading.requests() > 0 || !enough.test(reading)) && System.nanoTime() - deadline < 0) {
      reading = vitals.read();
    }
    assertThat(reading.requests()).as("open requests").isZero();
    return reading;
  }
}
