package app.fragments.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The token that requests must carry (RFC 6750). Only its digest is stored, and comparing takes
/// constant time.
public final class BearerToken {
  private static final int MIN_LENGTH = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  /// @throws IllegalArgumentException if it is too short or cannot be sent in a header
  public BearerToken(String token) {
    if (token.length() < MIN_LENGTH || !FORM.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "A token needs at least %d characters: letters, digits and . _ ~ + / - with = at the end"
              .formatted(MIN_LENGTH));
    }
    digest = digest(token);
  }

  /// Whether the `Authorization` header has exactly one value, this token.
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
