package app.fragments.http;

import java.util.Optional;

/// A path with a method and what answers there.
///
/// @param path as OpenAPI writes it; the last segment may be a variable, such as `{jobId}`
/// @param open whether it is answered without a token
record Route(String method, String path, boolean open, Endpoint endpoint) {

  /// What stands for the variable in a path of this route, empty text where it has none; nothing
  /// where the path is not this route's. Paths are compared as they were sent: none of ours needs
  /// percent-encoding.
  Optional<String> match(String sent) {
    int variable = path.indexOf('{');
    if (variable < 0) {
      return path.equals(sent) ? Optional.of("") : Optional.empty();
    }
    return Optional.of(sent)
        .filter(it -> it.startsWith(path.substring(0, variable)))
        .map(it -> it.substring(variable))
        .filter(it -> !it.isEmpty() && it.indexOf('/') < 0);
  }
}
