package app.fragments.generator.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request to a [FakeGemini].
///
/// @param method such as `POST`
/// @param path with the query
/// @param headers by name in lower case
/// @param body as text
public record FakeRequest(String method, String path, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MODEL = Pattern.compile("/models/([^:?]+)");

  static FakeRequest read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/")) {
      throw new IOException("Not HTTP");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    return new FakeRequest(start[0], start[1], headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The client disconnected in the middle of its request");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  public boolean isStream() {
    return path.contains(":streamGenerateContent") && path.contains("alt=sse");
  }

  public boolean isGenerate() {
    return isStream() || path.contains(":generateContent");
  }

  public boolean isCountTokens() {
    return path.contains(":countTokens");
  }

  public String model() {
    Matcher model = MODEL.matcher(path);
    return model.find() ? model.group(1) : "";
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + body, e);
    }
  }

  /// The message, with its parts joined.
  public String prompt() {
    StringBuilder text = new StringBuilder();
    json()
        .path("contents")
        .forEach(c -> c.path("parts").forEach(p -> text.append(p.path("text").asText())));
    return text.toString();
  }

  public String systemInstruction() {
    return json().path("systemInstruction").path("parts").path(0).path("text").asText();
  }

  /// An estimate of its tokens.
  public int tokens() {
    return Math.ceilDiv(body.length(), 4);
  }
}
