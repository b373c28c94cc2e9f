package app.fragments.cli.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// What writes the JSON of an answer.
@FunctionalInterface
interface JsonBody {
  void write(JsonGenerator json) throws IOException;
}
