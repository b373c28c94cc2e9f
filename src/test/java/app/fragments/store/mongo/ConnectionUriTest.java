package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.store.StoreUnavailableException;
import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionUriTest {
  private static final String SECRET = "s3cret";

  @Test
  void a_failed_dns_lookup_means_unavailable() {
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

  @ParameterizedTest
  @CsvSource({
    "mongodb://h:1/d?tls=true,                    mongodb://h:1/d",
    "mongodb://ada:s3cret@h:1/d?tls=true,         mongodb://h:1/d",
    "mongodb://ada:s3?cret@h/d,                   mongodb://h/d",
    "mongodb://ada:pa?s3=cret@h/d?tls=true,       mongodb://h/d",
    "mongodb+srv://ada:s3/cr@et?x@h,              mongodb+srv://h",
    "mongodb://ada:s3cret@h1:1/d?appName=a@b,     mongodb://h1:1/d",
    "'mongodb://h1,[::1]:2/?appName=a@b',         'mongodb://h1,[::1]:2/'",
    "http://ada:s3cret@h,                         http://h",
  })
  void user_password_and_options_are_not_shown(String uri, String shown) {
    assertThat(ConnectionUri.withoutSecret(uri)).isEqualTo(shown);
  }
}
