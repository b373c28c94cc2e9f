package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;

/// Replies in the form of the request: `OP_MSG`, or the older `OP_REPLY`, which drivers still use
/// for their first greeting.
final class CommandReplies {
  private CommandReplies() {}

  /// Sends a reply; whether it arrives, the client finds out.
  static void send(ChannelHandlerContext context, ClientRequest request, Document document) {
    var _ = context.writeAndFlush(to(request, document));
  }

  /// Sends a reply, and hangs up.
  static void sendLast(ChannelHandlerContext context, ClientRequest request, Document document) {
    var _ = context.writeAndFlush(to(request, document)).addListener(ChannelFutureListener.CLOSE);
  }

  private static Object to(ClientRequest request, Document document) {
    int id = request.getHeader().getRequestID();
    MessageHeader header = new MessageHeader(id, id);
    return request instanceof MongoMessage message
        ? new MongoMessage(message.getChannel(), header, document)
        : new MongoReply(header, List.of(document), 0);
  }
}
