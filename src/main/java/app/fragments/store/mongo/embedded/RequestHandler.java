package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes the requests of one connection to the command executor, and the replies back. Rejects
/// everything but handshakes until the client has authenticated (SASL `PLAIN`, RFC 4616).
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

  private final CommandExecutor executor;
  private final SqliteBackend backend;
  private final String password;
  private boolean authenticated;

  RequestHandler(CommandExecutor executor, SqliteBackend backend, String password) {
    this.executor = executor;
    this.backend = backend;
    this.password = password;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    Optional<ServerCommand> command = command(request);
    if (command.map(ServerCommand::isHandshake).orElse(false)) {
      reply(context, request, backend.handshake(context.channel(), command.get().body()));
    } else if (!authenticated) {
      authenticate(context, request, command.map(ServerCommand::name).orElse(""));
    } else if (command.isEmpty()) {
      reply(context, request, CommandExecutor.error(59, "CommandNotFound", "Not a command"));
    } else {
      executor.submit(
          context.channel(), command.get(), document -> reply(context, request, document));
    }
  }

  private static Optional<ServerCommand> command(ClientRequest request) {
    return switch (request) {
      case MongoMessage message ->
          ServerCommand.of(message.getDatabaseName(), message.getDocument());
      case MongoQuery query when "$cmd".equals(query.getCollectionName()) ->
          ServerCommand.of(query.getDatabaseName(), query.getQuery());
      default -> Optional.empty();
    };
  }

  private void authenticate(ChannelHandlerContext context, ClientRequest request, String command) {
    if (!(request instanceof MongoMessage message) || !command.equals("saslStart")) {
      Document error = CommandExecutor.error(13, "Unauthorized", "Authentication is required");
      reply(context, request, error);
      return;
    }
    Document body = message.getDocument();
    authenticated =
        "PLAIN".equals(body.get("mechanism"))
            && body.get("payload") instanceof BinData payload
            && (isLogin("", payload.getData()) || isLogin(WireServer.USER, payload.getData()));
    if (authenticated) {
      Document success = new Document("conversationId", 1).append("done", true).append("ok", 1.0);
      reply(context, request, success.append("payload", new BinData(new byte[0])));
    } else {
      Document error = CommandExecutor.error(18, "AuthenticationFailed", "Authentication failed");
      reply(context, request, error).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /// Takes the same time for every wrong password.
  private boolean isLogin(String authorizationIdentity, byte[] payload) {
    byte[] expected =
        String.join("\0", authorizationIdentity, WireServer.USER, password)
            .getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(payload, expected);
  }

  /// Replies in the form of the request: `OP_MSG`, or the older `OP_REPLY` that drivers still use
  /// for their first handshake.
  private static ChannelFuture reply(
      ChannelHandlerContext context, ClientRequest request, Document document) {
    int id = request.getHeader().getRequestID();
    MessageHeader header = new MessageHeader(id, id);
    return context.writeAndFlush(
        request instanceof MongoMessage message
            ? new MongoMessage(message.getChannel(), header, document)
            : new MongoReply(header, List.of(document), 0));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    executor.closed(context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("Connection lost", cause);
    } else {
      LOG.warn("Closing a connection after {}", cause.getClass().getName());
    }
    var _ = context.close();
  }
}
