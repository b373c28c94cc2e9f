package app.fragments.store.mongo.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/// A complete message of MongoDB's wire protocol: a header of four little-endian numbers (length,
/// id, the id it replies to, operation), then the operation's content.
record WireMessage(byte[] bytes) {
  private static final int HEADER = 16;
  private static final int LONGEST = 48_000_000;
  private static final int OP_MSG = 2013;

  /// Drivers use this older form for their first handshake.
  private static final int OP_QUERY = 2004;

  private static final int CHECKSUM_PRESENT = 1;
  private static final int MORE_TO_COME = 2;
  private static final int CHECKSUM = 4;
  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  /// Waits for the next message.
  ///
  /// @throws EOFException if the other side has closed the connection
  static WireMessage read(DataInputStream in) throws IOException {
    int length = Integer.reverseBytes(in.readInt());
    if (length < HEADER || length > LONGEST) {
      throw new IOException("Invalid message length: " + length);
    }
    ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    in.readFully(message.putInt(length).array(), Integer.BYTES, length - Integer.BYTES);
    return new WireMessage(message.array());
  }

  /// A server's reply to this message.
  WireMessage answer(BsonDocument document) {
    BasicOutputBuffer body = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(body)) {
      CODEC.encode(writer, document, EncoderContext.builder().build());
    }
    int length = HEADER + Integer.BYTES + 1 + body.getSize();
    return new WireMessage(
        ByteBuffer.allocate(length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(length)
            .putInt(0)
            .putInt(id())
            .putInt(OP_MSG)
            .putInt(0)
            .put((byte) 0)
            .put(body.toByteArray())
            .array());
  }

  /// The command in this message; empty if there is none, or if it is a reply in the older form.
  Optional<WireCommand> command() {
    return switch (operation()) {
      case OP_MSG -> Optional.of(new WireCommand(sections()));
      case OP_QUERY -> Optional.of(new WireCommand(query()));
      default -> Optional.empty();
    };
  }

  /// Whether the sender continues without waiting: a command without reply, or one of several
  /// replies.
  boolean hasMoreToCome() {
    return operation() == OP_MSG && (flags() & MORE_TO_COME) != 0;
  }

  private int id() {
    return buffer().getInt(4);
  }

  private int operation() {
    return buffer().getInt(12);
  }

  private int flags() {
    return buffer().getInt(HEADER);
  }

  /// The body, with its document sequences inserted as arrays.
  private BsonDocument sections() {
    ByteBuffer content = buffer().position(HEADER + Integer.BYTES);
    if ((flags() & CHECKSUM_PRESENT) != 0) {
      content.limit(content.limit() - CHECKSUM);
    }
    BsonDocument command = new BsonDocument();
    while (content.hasRemaining()) {
      if (content.get() == 0) {
        command.putAll(document(content));
      } else {
        int end = content.position() + content.getInt();
        String name = string(content);
        BsonArray list = new BsonArray();
        while (content.position() < end) {
          list.add(document(content));
        }
        command.put(name, list);
      }
    }
    return command;
  }

  private BsonDocument query() {
    ByteBuffer content = buffer().position(HEADER + Integer.BYTES);
    string(content);
    content.position(content.position() + 2 * Integer.BYTES);
    return document(content);
  }

  private static String string(ByteBuffer content) {
    StringBuilder text = new StringBuilder();
    for (byte b = content.get(); b != 0; b = content.get()) {
      text.append((char) b);
    }
    return text.toString();
  }

  private static BsonDocument document(ByteBuffer content) {
    int length = content.getInt(content.position());
    ByteBuffer own = content.slice(content.position(), length);
    content.position(content.position() + length);
    try (BsonBinaryReader reader = new BsonBinaryReader(own)) {
      return CODEC.decode(reader, DecoderContext.builder().build());
    }
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
