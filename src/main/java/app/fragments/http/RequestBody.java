package app.fragments.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the JSON body of a request, with limits on size and depth.
final class RequestBody {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/json(;charset=(utf-8|\"utf-8\"))?", Pattern.CASE_INSENSITIVE);
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxNumberLength(30)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RequestBody() {}

  /// @throws HttpErrorException if it is not JSON in UTF-8, or too large
  static JsonNode read(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    @Nullable String type = headers.getFirst("Content-Type");
    boolean json = type != null && JSON_TYPE.matcher(type.replace(" ", "")).matches();
    if (!json || headers.containsKey("Content-Encoding")) {
      throw new HttpErrorException(
          ErrorKind.UNSUPPORTED_MEDIA_TYPE,
          "Send JSON: Content-Type: application/json, in UTF-8 and without Content-Encoding");
    }
    ByteBuffer bytes = ByteBuffer.wrap(bytes(exchange));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (text.isBlank()) {
        throw malformed("The body is empty");
      }
      return JSON.readTree(text);
    } catch (CharacterCodingException e) {
      throw malformed("The body is not UTF-8");
    } catch (JsonProcessingException e) {
      throw malformed("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  private static byte[] bytes(HttpExchange exchange) {
    @Nullable String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length != null && Long.parseLong(length) > MAX_BYTES) { // the server has parsed it already
      throw tooLarge();
    }
    try {
      byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException | IndexOutOfBoundsException e) {
      // The JDK throws the latter if a chunk's length overflows.
      throw malformed("The body was cut short");
    }
  }

  private static HttpErrorException tooLarge() {
    return new HttpErrorException(
        ErrorKind.BODY_TOO_LARGE, "The body must not exceed " + MAX_BYTES + " bytes");
  }

  private static HttpErrorException malformed(String message) {
    return new HttpErrorException(ErrorKind.MALFORMED, message);
  }
}
