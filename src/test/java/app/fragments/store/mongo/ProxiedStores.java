package app.fragments.store.mongo;

import app.fragments.job.JobQueue;
import app.fragments.store.mongo.embedded.EmbeddedServer;
import app.fragments.store.mongo.fault.FaultProxy;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// A store behind a [FaultProxy].
public record ProxiedStores(FaultProxy proxy, MongoStores stores) implements AutoCloseable {

  /// The built-in store of a folder, with its own server.
  static ProxiedStores builtIn(Path folder) throws IOException {
    EmbeddedServer server = EmbeddedServer.start(folder);
    FaultProxy proxy = new FaultProxy(server.address());
    return new ProxiedStores(
        proxy, MongoStores.openBuiltIn(server, proxy.address(), JobQueue.LEASE));
  }

  /// A MongoDB, through its first host only.
  static ProxiedStores remote(String uri) throws IOException {
    String host = ConnectionUri.parse(uri).getHosts().getFirst();
    ServerAddress server = new ServerAddress(host);
    FaultProxy proxy = new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()));
    String through = "localhost:" + proxy.address().getPort();
    String option = (uri.contains("?") ? "&" : "?") + "directConnection=true";
    return new ProxiedStores(
        proxy,
        MongoStores.open(
            new StoreLocation.Remote(
                uri.replaceFirst("(?<=//|@)" + host + "(,[^/]*)?", through) + option)));
  }

  @Override
  public void close() {
    stores.close();
    proxy.close();
  }
}
