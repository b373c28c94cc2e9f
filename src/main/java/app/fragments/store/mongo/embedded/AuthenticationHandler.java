package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Optional;

/// Stands before the store in each connection and lets nothing through but greetings, until the
/// client has shown the secret (SASL `PLAIN`, RFC 4616). Then it goes.
final class AuthenticationHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Document UNAUTHORIZED =
      CommandExecutor.error(new MongoServerError(13, "Unauthorized", "Authentication is required"));
  private static final Document FAILED =
      CommandExecutor.error(
          new MongoServerError(18, "AuthenticationFailed", "Authentication failed"));

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
      CommandReplies.send(context, request, UNAUTHORIZED);
    }
  }

  private void authenticate(ChannelHandlerContext context, MongoMessage message) {
    Document body = message.getDocument();
    boolean right =
        "PLAIN".equals(body.get("mechanism"))
            && body.get("payload") instanceof BinData payload
            && secret.isIn(payload.getData());
    if (!right) {
      CommandReplies.sendLast(context, message, FAILED);
      return;
    }
    Document welcome =
        new Document("conversationId", 1)
            .append("done", true)
            .append("payload", new BinData(new byte[0]))
            .append("ok", 1.0);
    context.pipeline().remove(this);
    CommandReplies.send(context, message, welcome);
  }
}
