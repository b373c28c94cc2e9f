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
import com.mongodb.spi.dns.DnsException;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;

/// The one place that knows what the driver throws, and what it means to the rest of the program.
///
/// No message has the server's own words in it: they may quote a document or a user name.
final class DriverErrors {
  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  static final int DUPLICATE_KEY = 11000;

  /// Codes of a server that is shutting down, electing, or out of time: try again.
  private static final Set<Integer> PASSING =
      Set.of(6, 7, 24, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

  private DriverErrors() {}

  /// Calls the driver.
  ///
  /// @throws StoreUnavailableException where the store cannot be reached, or the answer was lost
  /// @throws StoreException where it refused
  static <T> T translating(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | BsonMaximumSizeExceededException e) {
      throw translate(e);
    }
  }

  /// Whether a write was refused because a document of that key is there already.
  static boolean isDuplicateKey(MongoException e) {
    return codeOf(e) == DUPLICATE_KEY;
  }

  static StoreException translate(RuntimeException e) {
    return switch (e) {
      // the driver calls whatever happens while it logs in a matter of security
      case MongoSecurityException login
          when login.getCause() instanceof MongoException cause
              && translate(cause) instanceof StoreUnavailableException passing ->
          passing;
      case MongoSecurityException refused -> refused(refused);
      case MongoInterruptedException interrupted ->
          new StoreUnavailableException("Interrupted while waiting for the store", interrupted);
      case MongoTimeoutException away -> away(away);
      case MongoSocketException away -> away(away);
      case MongoServerUnavailableException away -> away(away);
      case MongoConnectionPoolClearedException away -> away(away);
      case MongoExecutionTimeoutException slow -> away(slow);
      case MongoNotPrimaryException moving -> away(moving);
      case MongoNodeIsRecoveringException moving -> away(moving);
      case MongoWriteConcernException unsure -> away(unsure);
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
    if (code == UNAUTHORIZED) {
      return new StoreException("The store's user does not have the rights for this", e);
    }
    if (PASSING.contains(code) || code == SqliteErrorCode.BUSY.code()) {
      return away(e);
    }
    return SqliteErrorCode.ofCode(code)
        .map(known -> new StoreException(known.sentence(), e))
        .orElseGet(() -> new StoreException("The store refused with error " + code, e));
  }

  private static int codeOf(MongoException e) {
    return switch (e) {
      case MongoWriteException write -> write.getError().getCode();
      // before the writes' own errors: those come again when all is sent again
      case MongoBulkWriteException unsure when unsure.getWriteConcernError() != null ->
          unsure.getWriteConcernError().getCode();
      case MongoBulkWriteException bulk when !bulk.getWriteErrors().isEmpty() ->
          bulk.getWriteErrors().getFirst().getCode();
      case MongoCommandException command -> command.getErrorCode();
      default -> e.getCode();
    };
  }

  private static StoreException refused(MongoException e) {
    return new StoreException("The store refused the user name or password", e);
  }

  private static StoreUnavailableException away(MongoException e) {
    return new StoreUnavailableException(
        "The store cannot be reached (" + OutageReason.of(e) + ")", e);
  }
}
