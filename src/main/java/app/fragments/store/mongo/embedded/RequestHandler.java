package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the requests of one connection to the command loop, and its answers back.
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

  private final CommandExecutor loop;
  private final SqliteBackend backend;

  RequestHandler(CommandExecutor loop, SqliteBackend backend) {
    this.loop = loop;
    this.backend = backend;
  }

  /// The command that a request carries.
  static Optional<ServerCommand> command(ClientRequest request) {
    return switch (request) {
      case MongoMessage message ->
          ServerCommand.of(message.getDatabaseName(), message.getDocument());
      case MongoQuery query when "$cmd".equals(query.getCollectionName()) ->
          ServerCommand.of(query.getDatabaseName(), query.getQuery());
      default -> Optional.empty();
    };
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    Optional<ServerCommand> command = command(request);
    if (command.isEmpty()) {
      Document error =
          CommandExecutor.error(new MongoServerError(59, "CommandNotFound", "Not a command"));
      CommandReplies.send(context, request, error);
    } else if (command.get().isHandshake()) {
      Document greeting = backend.greet(context.channel(), command.get().body());
      CommandReplies.send(context, request, greeting);
    } else {
      loop.submit(
          context.channel(), command.get(), reply -> CommandReplies.send(context, request, reply));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    loop.closed(context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("A connection was closed", cause);
    } else {
      LOG.warn("A connection is closed: {}", cause.getClass().getName());
    }
    var _ = context.close();
  }
}
