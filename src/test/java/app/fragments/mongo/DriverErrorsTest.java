package app.fragments.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.faults.Fault;
import app.fragments.journal.StoreException;
import app.fragments.journal.StoreUnavailableException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.net.SocketTimeoutException;
import java.util.List;
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
  void what_may_pass_is_unavailable() {
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
  void a_refusal_is_not() {
    MongoCredential credential = MongoCredential.createCredential("u", "d", "s3cret".toCharArray());
    List.of(new MongoSecurityException(credential, "x", new Exception()), command(13), command(18))
        .forEach(
            error ->
                assertThat(DriverErrors.translate(error))
                    .isExactlyInstanceOf(StoreException.class)
                    .hasMessageContaining("refused the user name or password"));
  }

  @Test
  void a_full_disk_is_named() {
    assertThat(DriverErrors.translate(command(14031))).hasMessageContaining("is full");
  }

  @Test
  void the_servers_own_words_are_not_repeated() {
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
  void an_outage_says_what_the_network_said() {
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
