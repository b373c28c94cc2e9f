/// The HTTP API of `serve`, for scripts and other programs.
///
/// [app.fragments.http.HttpEndpoint] listens with the JDK's own server, one virtual thread per
/// request. The resource `openapi.yaml` of this package describes the API, and a test checks it
/// against the running server.
@NullMarked
package app.fragments.http;

import org.jspecify.annotations.NullMarked;
