package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class DriverErrorsTest {
  private static final ServerAddress ADDRESS = new ServerAddress();

  private static MongoCommandException command(int code) {
    return new MongoCommandException(
        new BsonDocument("ok", new BsonInt32(0))
            .append("code", new BsonInt32(code))
            .append("errmsg", new BsonString("text of a document")),
        ADDRESS);
  }

  @Test
  @Fault(9)
  void transient_errors_mean_unavailable() {
    List.of(
            new MongoTimeoutException("x"),
            new MongoSocketReadTimeoutException("x", ADDRESS, new Exception()),
            new MongoNotPrimaryException(new BsonDocument(), ADDRESS),
            new MongoNodeIsRecoveringException(new BsonDocument(), ADDRESS),
            command(91),
            command(46))
        .forEach(
            error ->
                assertThat(DriverErrors.translate(error))
                    .as(error.toString())
                    .isInstanceOf(StoreUnavailableException.class));
  }

  @Test
  void refusals_do_not_mean_unavailable() {
    List.of(login(new Exception()), login(command(18)), command(18))
        .forEach(
            error ->
                assertThat(DriverErrors.translate(error))
                    .isExactlyInstanceOf(StoreException.class)
                    .hasMessageContaining("refused the user name or password"));
  }

  private static MongoSecurityException login(Exception cause) {
    return new MongoSecurityException(
        MongoCredential.createCredential("u", "d", "s3cret".toCharArray()), "x", cause);
  }

  @Test
  void an_outage_during_login_is_not_reported_as_a_wrong_password() {
    assertThat(
            DriverErrors.translate(
                login(
                    new MongoSocketReadException(
                        "x", ADDRESS, new SocketException("Connection reset")))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The store cannot be reached (SocketException: Connection reset)");
    assertThat(
            DriverErrors.translate(
                login(new MongoNotPrimaryException(new BsonDocument(), ADDRESS))))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void an_unconfirmed_bulk_write_means_unavailable() {
    MongoBulkWriteException unsure =
        new MongoBulkWriteException(
            BulkWriteResult.unacknowledged(),
            List.of(),
            new WriteConcernError(189, "PrimarySteppedDown", "x", new BsonDocument()),
            ADDRESS,
            Set.of());
    assertThat(DriverErrors.translate(unsure)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void missing_permissions_are_not_reported_as_a_wrong_password() {
    assertThat(DriverErrors.translate(command(13)))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("The store's user does not have the rights for this");
  }

  @Test
  void a_full_disk_is_reported() {
    assertThat(DriverErrors.translate(command(14031))).hasMessageContaining("is full");
  }

  @Test
  void the_servers_message_is_not_repeated() {
    MongoException error = command(2);
    assertThatThrownBy(
            () ->
                DriverErrors.translating(
                    () -> {
                      throw error;
                    }))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessageContaining("2")
        .hasMessageNotContaining("document");
  }

  @Test
  void an_outage_names_the_network_error() {
    assertThat(
            DriverErrors.translate(
                new MongoTimeoutException(
                    "Timed out while waiting for a server. Client view of cluster state is"
                        + " {type=UNKNOWN, servers=[{address=db:27017, type=UNKNOWN,"
                        + " exception={com.mongodb.MongoSocketOpenException: Exception opening"
                        + " socket}, caused by {java.net.ConnectException: Connection refused}}]")))
        .hasMessage("The store cannot be reached (ConnectException: Connection refused)");
    assertThat(
            DriverErrors.translate(
                new MongoSocketReadTimeoutException(
                    "x", ADDRESS, new SocketTimeoutException("Read timed out"))))
        .hasMessage("The store cannot be reached (SocketTimeoutException: Read timed out)");
    assertThat(DriverErrors.translate(new MongoTimeoutException("s3cret")))
        .hasMessage("The store cannot be reached (MongoTimeoutException)");
  }
}
