package app.fragments.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Checks the routes against the API description; `OpenApiTest` checks the responses.
class RoutesTest {
  private static final ApiServices UNUSED =
      (ApiServices)
          Proxy.newProxyInstance(
              RoutesTest.class.getClassLoader(),
              new Class<?>[] {ApiServices.class},
              (_, method, _) -> {
                throw new AssertionError("Not used in this test: " + method);
              });

  private final List<Route> routes =
      new Api(
              new HostCheck(80, Set.of()),
              new BearerToken("0123456789abcdef"),
              UNUSED,
              () -> {},
              new Metrics())
          .routes;

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Map<String, Object>>> described() throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream(Endpoints.OPEN_API)) {
      Map<String, Object> file = new Yaml().load(in);
      return (Map<String, Map<String, Map<String, Object>>>) file.get("paths");
    }
  }

  @Test
  void the_description_has_exactly_the_routes_of_the_server() throws IOException {
    Set<String> inFile =
        described().entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().keySet().stream()
                        .map(
                            method ->
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
            .collect(Collectors.toSet());
    assertThat(routes)
        .extracting(route -> route.method() + " " + route.path())
        .containsExactlyInAnyOrderElementsOf(inFile);
  }

  @Test
  void the_description_says_which_routes_need_no_token() throws IOException {
    for (Route route : routes) {
      Object security =
          described()
              .get(route.path())
              .get(route.method().toLowerCase(java.util.Locale.ROOT))
              .get("security");
      assertThat(security == null).as(route.path()).isEqualTo(!route.open());
    }
  }
}
