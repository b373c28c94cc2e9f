package app.fragments.http;

/// What the JDK's server is to bear, as its own system properties, which it reads once, when its
/// first class is loaded. What was set on the command line stays.
final class ServerLimits {
  private ServerLimits() {}

  /// To be called before anything of `com.sun.net.httpserver` is.
  static void apply() {
    set("sun.net.httpserver.maxReqTime", 15); // seconds for a whole request to come in
    set("sun.net.httpserver.maxRspTime", 60); // seconds for its answer, until it is taken
    set("sun.net.httpserver.idleInterval", 30); // seconds without a request
    set("sun.net.httpserver.maxReqHeaders", 100);
    set("sun.net.httpserver.maxReqHeaderSize", 32 * 1024);
    set("jdk.httpserver.maxConnections", 256);
    // A refused body is read on for so long, so that the sender comes to read the answer.
    set("sun.net.httpserver.drainAmount", 4 * 1024 * 1024);
    System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
  }

  private static void set(String name, int value) {
    System.getProperties().putIfAbsent(name, String.valueOf(value));
  }
}
