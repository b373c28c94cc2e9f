package app.fragments.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongodbUriTest {

  @ParameterizedTest
  @CsvSource({
    "mongodb://anna:pw@h:27017/j,             mongodb://anna@h:27017/j",
    "mongodb+srv://anna:p%40w@h/?a=b,         mongodb+srv://anna@h/?a=b",
    "mongodb://anna:p/w@x@h1:1/j?tls=true,    mongodb://anna@h1:1/j?tls=true",
    "mongodb://anna:pa?ssw0rd@h/j,            mongodb://anna@h/j",
    "mongodb://anna:1?a=b@h/j?tls=true,       mongodb://anna@h/j?tls=true",
    "mongodb+srv://anna:p@?w@x?@h/,           mongodb+srv://anna@h/",
    "mongodb://an/na:pa?ssw0rd@h/j,           mongodb://h/j",
    "mongodb://an?na:pw@h/j,                  mongodb://h/j",
    "'mongodb://anna:p%40w@h1:1,h2/j?appName=a@b', 'mongodb://anna@h1:1,h2/j?appName=a@b'",
    "mongodb://anna:pw@[::1]:1/?appName=a@b,  mongodb://anna@[::1]:1/?appName=a@b",
    "MONGODB://anna:pw@h/,                    MONGODB://anna@h/",
    "mongodb://h/?proxyPassword=x&tls=true,   mongodb://h/?tls=true",
    "mongodb://h/?tls=true&proxyPassword=x,   mongodb://h/?tls=true",
    "mongodb://h/?tlsCertificateKeyFilePassword=x, mongodb://h/",
  })
  void the_password_is_omitted(String uri, String without) {
    assertThat(new MongodbUri(uri).withoutPassword()).isEqualTo(without);
    assertThat(new MongodbUri(uri)).hasToString(without);
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://h:27017/",
    "mongodb://h1:1,",
    "mongodb://anna@h:27017/",
    "mongodb://h:27017/?appName=a@b",
    "mongodb+srv://h/?retryWrites=true&w=majority"
  })
  void a_uri_without_a_password_is_unchanged(String uri) {
    assertThat(new MongodbUri(uri).withoutPassword()).isEqualTo(uri);
  }

  @Test
  void only_two_schemes_are_mongodb() {
    assertThat(new MongodbUri("mongodb://h").isMongodb()).isTrue();
    assertThat(new MongodbUri("mongodb+srv://h").isMongodb()).isTrue();
    assertThat(new MongodbUri("http://h").isMongodb()).isFalse();
  }
}
