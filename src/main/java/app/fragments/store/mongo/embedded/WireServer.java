package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/// Listens on a free loopback port and speaks MongoDB's wire protocol. Clients need a password that
/// is random and only in this process's memory. Stops listening and closes all connections when the
/// executor fails, so that clients do not wait for replies.
final class WireServer implements AutoCloseable {
  static final String USER = "fragments";
  private static final int PASSWORD_BYTES = 32;
  private static final int CLOSE_SECONDS = 5;

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("fragments-wire", true), NioIoHandler.newFactory());
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final InetSocketAddress address;
  private final String password;

  WireServer(CommandExecutor executor, SqliteBackend backend) {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    this.password = HexFormat.of().formatHex(random);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channels.add(channel);
                    channel
                        .pipeline()
                        .addLast(new MongoWireReplyEncoder())
                        .addLast(new MongoWireMessageEncoder())
                        .addLast(new MongoWireProtocolHandler())
                        .addLast(new RequestHandler(executor, backend, password));
                  }
                });
    ChannelFuture bound =
        bootstrap
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var _ = threads.shutdownGracefully();
      throw new StoreException("The built-in store cannot listen on loopback", bound.cause());
    }
    channels.add(bound.channel());
    this.address = (InetSocketAddress) bound.channel().localAddress();
    executor.onFailure(channels::close);
  }

  InetSocketAddress address() {
    return address;
  }

  char[] password() {
    return password.toCharArray();
  }

  @Override
  public void close() {
    channels.close().awaitUninterruptibly();
    threads
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
