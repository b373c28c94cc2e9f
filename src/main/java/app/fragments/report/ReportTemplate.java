package app.fragments.report;

import app.fragments.settings.TextResource;
import java.util.List;
import java.util.Optional;

/// A kind of report, with the instructions for a generator.
///
/// @param id the name in commands, jobs and the API
/// @param title the report's first heading
/// @param name the short name in the window
/// @param resource the Markdown file with the instructions, in this package
public record ReportTemplate(String id, String title, String name, String resource) {
  public static final ReportTemplate WEEKLY_PROGRESS =
      new ReportTemplate(
          "weekly-progress", "Weekly Progress Report", "Weekly progress", "weekly-progress.md");

  /// All templates, the default first.
  public static final List<ReportTemplate> ALL = List.of(WEEKLY_PROGRESS);

  public static Optional<ReportTemplate> find(String id) {
    return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
  }

  /// The first word of its name: "Weekly".
  public String shortName() {
    return name.replaceFirst("\\s.*", "");
  }

  public String instructions() {
    return TextResource.read(ReportTemplate.class, resource);
  }
}
