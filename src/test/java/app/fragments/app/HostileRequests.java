package app.fragments.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Generates malformed and malicious requests.
final class HostileRequests {
  private static final List<String> PATHS =
      List.of(
          "/reports/generate",
          "/reports/job/x",
          "/healthz",
          "/metrics",
          "/openapi.yaml",
          "/reports/job/../../../../etc/passwd",
          "/reports/job/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
          "/%00",
          "/%ff%fe",
          "/%",
          "//evil.example/metrics",
          "http://evil.example/metrics",
          "evil.example:443",
          "*",
          "?",
          "/reports/job/" + "a".repeat(5_000),
          "/" + "../".repeat(500));
  private static final List<String> METHODS =
      List.of("GET", "POST", "HEAD", "PUT", "OPTIONS", "TRACE", "CONNECT", "get", "\0", "PRI");

  private final Random random;
  private final String host;
  private final String token;

  HostileRequests(Random random, int port, String token) {
    this.random = random;
    this.host = "127.0.0.1:" + port;
    this.token = token;
  }

  /// The bytes of a random request; each kind is equally likely.
  byte[] next() {
    List<IntFunction<byte[]>> kinds =
        List.of(
            _ -> noise(random.nextInt(2_000)),
            _ -> mutated(generate(validBody())),
            _ -> latin(get("X-Big: " + "a".repeat(20_000 + random.nextInt(200_000)))),
            _ -> latin(get(many(2_000, i -> "X-" + i + ": 1\r\n") + "X: 1")),
            _ -> generate(value(4)),
            _ -> generate("{\"entry_ids\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
            _ -> generate("{\"entry_ids\":[" + many(10_000, i -> "\"t" + i + "\",") + "\"x\"]}"),
            _ -> joined(latin(head("POST", noUtf8.length, "")), noUtf8),
            _ -> joined(latin(head("POST", -1, "Transfer-Encoding: chunked\r\n")), chunks()),
            _ -> latin(get("Connection: keep-alive").repeat(1 + random.nextInt(20))),
            _ -> latin(head("POST", 1 + random.nextInt(2_000_000), "")),
            _ -> latin(line().replace(host, "evil" + random.nextInt() + ".example")),
            _ -> latin(line()),
            _ -> latin(unauthorized()),
            _ -> latin(lengths()),
            _ -> joined(latin(head("POST", 3_000_000, "")), new byte[3_000_000]),
            _ -> latin(get("Expect: 100-continue\r\nUpgrade: h2c\r\nHTTP2-Settings: x")));
    return kinds.get(random.nextInt(kinds.size())).apply(0);
  }

  private final byte[] noUtf8 = {
    '{', '"', (byte) 0xC0, (byte) 0xAF, (byte) 0xFF, '"', ':', '1', '}'
  };

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] mutated(byte[] request) {
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      request[random.nextInt(request.length)] = (byte) random.nextInt(256);
    }
    return request;
  }

  private String validBody() {
    return "{\"entry_ids\":[\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"],\"template\":\"weekly-progress\"}";
  }

  private byte[] generate(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return joined(latin(head("POST", bytes.length, "")), bytes);
  }

  private String head(String method, int length, String more) {
    return method
        + " /reports/generate HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Type: application/json\r\n"
        + (length < 0 ? "" : "Content-Length: " + length + "\r\n")
        + more
        + "\r\n";
  }

  private String get(String header) {
    return "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\n\r\n";
  }

  private String line() {
    return METHODS.get(random.nextInt(METHODS.size()))
        + " "
        + PATHS.get(random.nextInt(PATHS.size()))
        + (random.nextBoolean() ? " HTTP/1.1" : " HTTP/" + random.nextInt(4) + ".0")
        + "\r\nHost: "
        + host
        + "\r\n\r\n";
  }

  private String unauthorized() {
    String credentials =
        switch (random.nextInt(3)) {
          case 0 -> "Bearer " + many(1 + random.nextInt(10_000), _ -> "t ");
          case 1 -> many(10, i -> "Bearer " + random.nextLong() + i + ",");
          default -> "Bearer " + token.substring(0, random.nextInt(token.length()));
        };
    return "GET /metrics HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: "
        + credentials
        + "\r\n\r\n";
  }

  private String lengths() {
    List<String> lies =
        List.of(
            "Content-Length: -1\r\n",
            "Content-Length: x\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 9223372036854775807\r\n",
            "Content-Length: 2\r\nContent-Length: 3\r\n",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n");
    return head("POST", -1, lies.get(random.nextInt(lies.size()))) + "{}";
  }

  private byte[] chunks() {
    return switch (random.nextInt(4)) {
      case 0 -> latin("zz\r\n{}\r\n0\r\n\r\n");
      case 1 -> latin("FFFFFFFFFFFF\r\n" + "x".repeat(100));
      case 2 -> latin("2;" + "x".repeat(3_000) + "\r\n{}\r\n0\r\n\r\n");
      default -> latin(many(3_000, _ -> "1\r\n[\r\n") + "0\r\n\r\n");
    };
  }

  /// A random JSON value that uses the API's field names.
  private String value(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextBoolean());
      case 2 -> String.valueOf(random.nextLong());
      case 3 -> random.nextDouble() + "e" + random.nextInt(400);
      case 4 -> "\"\\uD800" + random.nextInt() + "\\u0000\"";
      case 5 -> "[" + many(random.nextInt(4), _ -> value(depth - 1) + ",") + "1]";
      default ->
          many(3, i -> (i == 0 ? "{" : ",") + "\"" + field(i) + "\":" + value(depth - 1)) + "}";
    };
  }

  private String field(int number) {
    List<String> names =
        List.of("entry_ids", "template", "priority", "delay_seconds", "generator", "$where");
    return names.get((number * 2 + random.nextInt(2)) % names.size());
  }

  private static String many(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
