package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Optional;

/// Rejects everything but handshakes until the client has authenticated (SASL `PLAIN`, RFC 4616);
/// then removes itself from the connection.
final class AuthenticationHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Document UNAUTHORIZED =
      CommandExecutor.error(13, "Unauthorized", "Authentication is required");
  private static final Document FAILED =
      CommandExecutor.error(18, "AuthenticationFailed", "Authentication failed");

  private final ConnectionSecret secret;

  AuthenticationHandler(ConnectionSecret secret) {
    this.secret = secret;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    Optional<ServerCommand> command = RequestHandler.command(request);
    if (command.map(ServerCommand::isHandshake).orElse(false)) {
      context.fireChannelRead(request);
    } else if (request instanceof MongoMessage message
        && command.map(ServerCommand::name).orElse("").equals("saslStart")) {
      authenticate(context, message);
    } else {
      RequestHandler.reply(context, request, UNAUTHORIZED);
    }
  }

  private void authenticate(ChannelHandlerContext context, MongoMessage message) {
    Document body = message.getDocument();
    if ("PLAIN".equals(body.get("mechanism"))
        && body.get("payload") instanceof BinData payload
        && secret.matches(payload.getData())) {
      context.pipeline().remove(this);
      Document success =
          new Document("conversationId", 1)
              .append("done", true)
              .append("payload", new BinData(new byte[0]))
              .append("ok", 1.0);
      RequestHandler.reply(context, message, success);
    } else {
      RequestHandler.reply(context, message, FAILED).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
