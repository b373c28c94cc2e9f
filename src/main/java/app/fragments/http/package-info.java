/// The HTTP endpoint of `serve`: the way of the data for scripts and other programs.
///
/// [app.fragments.cli.http.HttpEndpoint] listens by the JDK's own server, each request on a virtual
/// thread; `openapi.yaml` beside this package's classes describes what is asked and answered, and a
/// test holds it against the server.
@NullMarked
package app.fragments.http;

import org.jspecify.annotations.NullMarked;
