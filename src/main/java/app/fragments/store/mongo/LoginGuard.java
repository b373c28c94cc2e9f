package app.fragments.store.mongo;

import app.fragments.store.StoreUnavailableException;
import com.mongodb.MongoSecurityException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ConnectionPoolListener;
import com.mongodb.event.ConnectionReadyEvent;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import com.mongodb.selector.ServerSelector;
import java.util.List;

/// Keeps an open client from logging in again and again after the server has refused its password.
/// The driver logs in whenever a call needs a new connection; this makes calls fail before that
/// while the backoff lasts. The driver's own monitoring does not log in and goes on.
final class LoginGuard implements ServerSelector, ServerListener, ConnectionPoolListener {
  private final ConnectionBackoff backoff;

  LoginGuard(ConnectionBackoff backoff) {
    this.backoff = backoff;
  }

  @Override
  public List<ServerDescription> select(ClusterDescription cluster) {
    if (cluster.getServerDescriptions().isEmpty()) {
      backoff.check(); // the driver selects again once it has found a server
    } else {
      backoff.beforeAttempt();
    }
    return cluster.getServerDescriptions();
  }

  @Override
  public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
    if (event.getNewDescription().getException() instanceof MongoSecurityException e
        && !(DriverErrors.translate(e) instanceof StoreUnavailableException)) {
      backoff.failed(DriverErrors.translate(e));
    }
  }

  @Override
  public void connectionReady(ConnectionReadyEvent event) {
    backoff.reset();
  }
}
