package app.fragments.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.journal.StoreUnavailableException;
import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsException;
import org.junit.jupiter.api.Test;

class ConnectionUriTest {
  private static final String SECRET = "s3cret";

  @Test
  void an_address_that_cannot_be_looked_up_now_is_an_outage() {
    DnsClient away =
        (_, _) -> {
          throw new DnsException("DNS error", new Exception("no network"));
        };
    assertThatThrownBy(
            () -> ConnectionUri.parse("mongodb+srv://ada:" + SECRET + "@db.example.org/", away))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The store cannot be reached (its address cannot be looked up)")
        .hasStackTraceContaining("no network");
  }
}
