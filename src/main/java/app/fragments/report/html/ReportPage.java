package app.fragments.report.html;

import org.commonmark.renderer.html.HtmlWriter;

/// A report as an HTML document, in parts, so that a page on screen can be updated in place.
///
/// @param title plain text
/// @param body the contents of the `main` element
public record ReportPage(String title, String style, String body) {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  public String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    page.append("\"><meta name=\"referrer\" content=\"no-referrer\"><title>");
    new HtmlWriter(page).text(title);
    page.append("</title><style>").append(style).append("</style></head><body><main>");
    return page.append(body).append("</main></body></html>\n").toString();
  }
}
