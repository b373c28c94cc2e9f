package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks the contrast of all text with the formula of WCAG 2.2, and that only the theme style
/// sheets contain literal colours.
class ThemeContrastTest {
  private static final Pattern COLOUR = Pattern.compile("(-[\\w-]+):\\s*(#[0-9a-fA-F]{6});");
  private static final Pattern LITERAL =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|:\\s*(white|black|red)\\b");

  /// Text colours and their backgrounds.
  private static final Map<String, List<String>> WRITTEN_ON =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("-color-fg-default", surfaces()),
              Map.entry("-color-fg-muted", surfaces()),
              Map.entry("-color-fg-subtle", surfaces()),
              Map.entry("-fragments-faint", surfaces()),
              Map.entry(
                  "-color-accent-fg",
                  List.of(
                      "-color-bg-default",
                      "-fragments-side",
                      "-fragments-inset",
                      "-fragments-selected")),
              Map.entry(
                  "-color-fg-emphasis",
                  List.of("-color-accent-emphasis", "-color-accent-5", "-color-accent-6")),
              Map.entry("-fragments-check", List.of("-fragments-check-bg", "-color-bg-default")),
              Map.entry(
                  "-fragments-failed",
                  List.of("-fragments-failed-bg", "-color-bg-default", "-fragments-side")),
              Map.entry("-fragments-on-heat-1", List.of("-fragments-heat-1")),
              Map.entry("-fragments-on-heat-2", List.of("-fragments-heat-2")),
              Map.entry("-fragments-on-heat-3", List.of("-fragments-heat-3")),
              Map.entry("-fragments-on-heat-4", List.of("-fragments-heat-4")),
              // tooltips and toasts
              Map.entry("-color-bg-default", List.of("-color-fg-default"))));

  @ParameterizedTest
  @ValueSource(strings = {"theme-light.css", "theme-dark.css"})
  void every_text_has_a_contrast_of_at_least_4_5(String sheet) throws IOException {
    Map<String, String> colours = read(sheet);
    WRITTEN_ON.forEach(
        (text, grounds) ->
            grounds.forEach(
                ground ->
                    assertThat(contrast(colours.get(text), colours.get(ground)))
                        .as("%s on %s in %s", text, ground, sheet)
                        .isGreaterThanOrEqualTo(4.5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fragments.css", "weave.css", "settings.css"})
  void only_the_themes_have_literal_colours(String sheet) throws IOException {
    List<String> literals =
        Stream.of(text(sheet).replaceAll("(?s)/\\*.*?\\*/", "").split("\n"))
            .filter(line -> LITERAL.matcher(line).find())
            .toList();
    assertThat(literals).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"theme-light.css"})
  void both_themes_define_the_same_colours(String sheet) throws IOException {
    assertThat(read(sheet).keySet()).isEqualTo(read("theme-dark.css").keySet());
  }

  private static List<String> surfaces() {
    return List.of(
        "-color-bg-default",
        "-fragments-side",
        "-fragments-inset",
        "-fragments-selected",
        "-fragments-current");
  }

  private static Map<String, String> read(String sheet) throws IOException {
    Map<String, String> colours = new TreeMap<>();
    Matcher matcher = COLOUR.matcher(text(sheet));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static String text(String sheet) throws IOException {
    return Files.readString(Path.of("fxml", sheet));
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
