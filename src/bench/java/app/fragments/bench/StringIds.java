package app.fragments.bench;

import com.mongodb.MongoClientSettings;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/// Stores UUIDs as strings, for servers without binary keys: the built-in store refuses them, and
/// NX-27017 never finds them.
final class StringIds extends UuidCodec {
  private static final String PREFIX = "uuid:";

  private StringIds() {
    super(UuidRepresentation.STANDARD);
  }

  static CodecRegistry registry() {
    return CodecRegistries.fromRegistries(
        CodecRegistries.fromCodecs(new StringIds()),
        CodecRegistries.fromProviders(new Documents()),
        MongoClientSettings.getDefaultCodecRegistry());
  }

  @Override
  public void encode(BsonWriter writer, UUID value, EncoderContext context) {
    writer.writeString(PREFIX + value);
  }

  @Override
  public UUID decode(BsonReader reader, DecoderContext context) {
    return (UUID) uuidOr(reader.readString());
  }

  private static Object uuidOr(Object value) {
    return value instanceof String text && text.startsWith(PREFIX)
        ? UUID.fromString(text.substring(PREFIX.length()))
        : value;
  }

  /// Turns the strings back into UUIDs.
  private static final class Documents implements CodecProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> Codec<T> get(Class<T> type, CodecRegistry registry) {
      return type == Document.class
          ? (Codec<T>) new DocumentCodec(registry, new BsonTypeClassMap(), StringIds::uuidOr)
          : null;
    }
  }
}
