package app.fragments.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// What writes the JSON of an answer.
@FunctionalInterface
interface JsonWriter {
  void write(JsonGenerator json) throws IOException;
}
