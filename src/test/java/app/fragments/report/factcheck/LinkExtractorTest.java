package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkExtractorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://wiki.example.org/a/17.|wiki.example.org/a/17",
        "(www.example.org)|example.org",
        "HTTP://WWW.Example.org/A/|example.org/a",
        "mailto:ada@example.org|ada@example.org",
        "write to Ada.L@example.org!|ada.l@example.org",
        "https://z.org—so|z.org",
        "https://x.org/e。次|x.org/e",
        "https://a.org https://b.org|a.org b.org",
        "no link at all, 3@4|''",
        "example.org|''",
      })
  void links_are_extracted_and_normalized(String text, String expected) {
    assertThat(LinkExtractor.extract(text).stream().map(Claim.Link::address).toList())
        .isEqualTo(WordListTest.words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github.com/acme/app, done|github.com/acme/app",
        "localhost.lan:8080/x|localhost.lan:8080/x",
        "no address|''",
      })
  void addresses_without_a_scheme_are_extracted(String text, String expected) {
    assertThat(LinkExtractor.extractWithoutScheme(text))
        .containsExactlyInAnyOrderElementsOf(WordListTest.words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://WIKI.example.org/x/|wiki.example.org/x",
        "https://x.org/?a=1&amp;b=2|x.org/?a=1&b=2",
        "http://www.x.org).|x.org",
      })
  void differences_that_do_not_matter_are_normalized(String address, String expected) {
    assertThat(LinkExtractor.normalize(address)).isEqualTo(expected);
  }
}
