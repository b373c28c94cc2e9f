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
import java.util.concurrent.TimeUnit;

/// Listens on a free loopback port and speaks MongoDB's wire protocol. Stops listening and closes
/// all connections when the executor fails, so that clients do not wait for replies.
final class WireServer implements AutoCloseable {
  private static final int CLOSE_SECONDS = 5;

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("fragments-wire", true), NioIoHandler.newFactory());
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final InetSocketAddress address;

  WireServer(CommandExecutor executor, SqliteBackend backend, ConnectionSecret secret) {
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
                        .addLast(new RequestHandler(executor, backend, secret));
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

  @Override
  public void close() {
    channels.close().awaitUninterruptibly();
    threads
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
