package app.fragments.http;

import java.util.regex.Pattern;

/// What the ids of entries and jobs look like. Anything else names nothing and does not get as far
/// as the store.
final class IdSyntax {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  private IdSyntax() {}

  static boolean fits(String id) {
    return FORM.matcher(id).matches();
  }
}
