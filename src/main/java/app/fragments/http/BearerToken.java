package app.fragments.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The token that requests must carry (RFC 6750). Only its digest is kept, and comparing takes as
/// long whatever a wrong one has in common with it.
public final class BearerToken {
  /// The fewest characters of a token.
  public static final int SHORTEST = 16;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  /// @throws IllegalArgumentException where it is too short, or can be in no header
  public BearerToken(String token) {
    if (token.length() < SHORTEST || !FORM.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "A token has at least "
              + SHORTEST
              + " characters, of letters, digits and . _ ~ + / - with = at the end");
    }
    digest = digest(token);
  }

  /// Whether the values of `Authorization` are this token, once.
  boolean isIn(@Nullable List<String> authorization) {
    if (authorization == null || authorization.size() != 1) {
      return false;
    }
    String value = authorization.getFirst();
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(digest, digest(value.substring(SCHEME.length()).strip()));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
