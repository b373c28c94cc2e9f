package app.fragments.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Answers the requests of one route.
@FunctionalInterface
interface Endpoint {
  /// @param variable what stands in the path for the route's variable; empty where it has none
  /// @throws RefusedException where the request is not to be answered
  /// @throws IOException where the connection breaks
  HttpResponse answer(HttpExchange exchange, String variable) throws IOException;
}
