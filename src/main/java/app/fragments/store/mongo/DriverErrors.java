package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.store.mongo.embedded.SqliteErrorCode;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoIterable;
import com.mongodb.spi.dns.DnsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonMaximumSizeExceededException;

/// The only place that knows the driver's exceptions. No message contains the server's own words:
/// they may quote a document or a user name.
final class DriverErrors {
  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  static final int DUPLICATE_KEY = 11000;

  /// Codes of a server that is shutting down, electing, or out of time: try again.
  private static final Set<Integer> TRANSIENT =
      Set.of(6, 7, 24, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

  /// The network error in the driver's description of servers that it could not find.
  private static final Pattern NETWORK_ERROR =
      Pattern.compile("\\{((?:java|javax)\\.[\\w.]*?(\\w+)(?:: ([^{}]*))?)}");

  private DriverErrors() {}

  /// @throws StoreUnavailableException if the store cannot be reached, or the reply was lost
  /// @throws StoreException if it refused
  static <T> T translating(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | BsonMaximumSizeExceededException e) {
      throw translate(e);
    }
  }

  static <T> List<T> readAll(MongoIterable<T> results) {
    return translating(() -> results.into(new ArrayList<>()));
  }

  /// Runs an insert.
  ///
  /// @return false if there is a document with the same key
  static boolean insertIfAbsent(BooleanSupplier insert) {
    return translating(
        () -> {
          try {
            return insert.getAsBoolean();
          } catch (MongoWriteException e) {
            if (isDuplicateKey(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  static boolean isDuplicateKey(MongoException e) {
    return codeOf(e) == DUPLICATE_KEY;
  }

  static StoreException translate(RuntimeException e) {
    return switch (e) {
      // the driver reports any failure during a login as a security exception
      case MongoSecurityException login
          when login.getCause() instanceof MongoException cause
              && translate(cause) instanceof StoreUnavailableException unavailable ->
          unavailable;
      case MongoSecurityException refused -> refused(refused);
      case MongoInterruptedException interrupted ->
          new StoreUnavailableException("Interrupted while waiting for the store", interrupted);
      case MongoTimeoutException timeout -> unavailable(timeout);
      case MongoSocketException broken -> unavailable(broken);
      case MongoServerUnavailableException lost -> unavailable(lost);
      case MongoConnectionPoolClearedException lost -> unavailable(lost);
      case MongoExecutionTimeoutException slow -> unavailable(slow);
      case MongoNotPrimaryException electing -> unavailable(electing);
      case MongoNodeIsRecoveringException recovering -> unavailable(recovering);
      case MongoWriteConcernException unconfirmed -> unavailable(unconfirmed);
      case BsonMaximumSizeExceededException large ->
          new StoreException("The document is larger than the 16 MB that a store takes", large);
      case MongoConfigurationException lookup when lookup.getCause() instanceof DnsException ->
          new StoreUnavailableException(
              "The store cannot be reached (its address cannot be looked up)", lookup);
      case MongoClientException client ->
          new StoreException("The MongoDB driver cannot do this: " + client.getMessage(), client);
      case MongoException other -> ofCode(codeOf(other), other);
      default -> new StoreException("The store failed: " + e.getClass().getSimpleName(), e);
    };
  }

  private static StoreException ofCode(int code, MongoException e) {
    if (code == AUTHENTICATION_FAILED) {
      return refused(e);
    }
    if (TRANSIENT.contains(code) || code == SqliteErrorCode.BUSY.code()) {
      return unavailable(e);
    }
    String message =
        code == UNAUTHORIZED
            ? "The store's user does not have the rights for this"
            : SqliteErrorCode.ofCode(code)
                .map(SqliteErrorCode::sentence)
                .orElse("The store refused with error " + code);
    return new StoreException(message, e);
  }

  private static int codeOf(MongoException e) {
    return switch (e) {
      case MongoWriteException write -> write.getError().getCode();
      // before the errors of single writes: those recur when all are sent again
      case MongoBulkWriteException unconfirmed when unconfirmed.getWriteConcernError() != null ->
          unconfirmed.getWriteConcernError().getCode();
      case MongoBulkWriteException bulk when !bulk.getWriteErrors().isEmpty() ->
          bulk.getWriteErrors().getFirst().getCode();
      case MongoCommandException command -> command.getErrorCode();
      default -> e.getCode();
    };
  }

  private static StoreException refused(MongoException e) {
    return new StoreException("The store refused the user name or password", e);
  }

  private static StoreUnavailableException unavailable(MongoException e) {
    return new StoreUnavailableException("The store cannot be reached (" + reason(e) + ")", e);
  }

  /// The network error, such as `ConnectException: Connection refused`, or else the driver's
  /// exception. Contains no password.
  private static String reason(MongoException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String type = cause.getClass().getName();
      if (type.startsWith("java.net.") || type.startsWith("javax.net.")) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
      }
    }
    Matcher found = NETWORK_ERROR.matcher(String.valueOf(e.getMessage()));
    return found.find() ? found.group(2) + ": " + found.group(3) : e.getClass().getSimpleName();
  }
}
