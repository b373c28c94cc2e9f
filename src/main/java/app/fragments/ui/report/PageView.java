package app.fragments.ui.report;

import app.fragments.report.html.ReportHtml.ReportPage;
import app.fragments.settings.TextResource;
import app.fragments.ui.emoji.EmojiHtml;
import app.fragments.ui.emoji.EmojiPictures;
import app.fragments.ui.report.ReportViewModel.Page;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.concurrent.Worker;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.events.EventTarget;

/// A WebView that shows our pages and nothing else: no page scripts, no network, no navigation; a
/// click on a link only calls the listener.
///
/// A report's page is updated in place by our own constant scripts, so that the scroll position
/// survives when the theme changes, a flag is dismissed or the text grows.
final class PageView {
  private static final String REPLACE =
      """
      (function() {
        var root = document.documentElement;
        var end = window.innerHeight + window.pageYOffset >= root.scrollHeight - 24;
        var followed = window.pageYOffset > 0 && end;
        document.querySelector('main').innerHTML = root.getAttribute('data-next');
        root.removeAttribute('data-next');
        if (followed && root.hasAttribute('data-grows')) window.scrollTo(0, root.scrollHeight);
      })()
      """;
  private static final String TO_TOP = "window.scrollTo(0, 0)";
  private static final String TO_TARGET =
      "document.getElementById(document.documentElement.getAttribute('data-target'))"
          + ".scrollIntoView()";

  private static final String FIND = TextResource.read(PageView.class, "find.js");

  private static final Pattern SUPPLEMENTARY = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

  private final WebView view = new WebView();
  private final WebEngine engine = view.getEngine();
  private final Consumer<PageLink> onLink;
  private final BiConsumer<@Nullable PageLink, Point2D> onHover;
  private final EmojiPictures emoji;
  private @Nullable Page shown;
  private boolean loaded;
  private Runnable onShown = () -> {};

  /// @param onHover gets the link under the mouse or with the focus, or null for none, and its
  ///   place on the screen
  PageView(
      Consumer<PageLink> onLink,
      BiConsumer<@Nullable PageLink, Point2D> onHover,
      EmojiPictures emoji) {
    this.emoji = emoji;
    this.onLink = onLink;
    this.onHover = onHover;
    engine.setJavaScriptEnabled(false);
    engine.setCreatePopupHandler(features -> null);
    engine.locationProperty().addListener((o, old, now) -> stayHere(now));
    engine.getLoadWorker().stateProperty().addListener((o, old, now) -> loadState(now));
    view.setContextMenuEnabled(false);
    view.setPageFill(Color.TRANSPARENT);
    view.addEventFilter(DragEvent.ANY, Event::consume);
    view.addEventFilter(MouseEvent.MOUSE_EXITED, event -> left());
    view.addEventFilter(ScrollEvent.ANY, event -> left());
  }

  Node node() {
    return view;
  }

  /// @param action called after each change of the page
  void setOnShown(Runnable action) {
    onShown = action;
  }

  /// Runs one of our own scripts; empty if no page is loaded or it has no result.
  Optional<Object> run(String script) {
    return loaded ? Optional.ofNullable(engine.executeScript(script)) : Optional.empty();
  }

  /// How far down the page is scrolled.
  double scrolled() {
    return run("window.pageYOffset").map(top -> ((Number) top).doubleValue()).orElse(0.0);
  }

  void scrollTo(double top) {
    run("window.scrollTo(0, " + top + ")");
  }

  /// @param grows whether the end of the page is still growing
  void show(Page plain, boolean grows) {
    Page page = withEmoji(plain);
    @Nullable Page before = shown;
    shown = page;
    @Nullable Document document = engine.getDocument();
    if (before == null || !loaded || document == null) {
      load(page);
      return;
    }
    Element root = document.getDocumentElement();
    if (grows) {
      root.setAttribute("data-grows", "");
    } else {
      root.removeAttribute("data-grows");
    }
    if (!before.content().style().equals(page.content().style())) {
      document.getElementsByTagName("style").item(0).setTextContent(page.content().style());
    }
    if (!before.content().body().equals(page.content().body())) {
      root.setAttribute("data-next", page.content().body());
      engine.executeScript(REPLACE);
    }
    if (!before.key().equals(page.key())) {
      engine.executeScript(TO_TOP);
    }
    onShown.run();
  }

  private Page withEmoji(Page page) {
    ReportPage plain = page.content();
    EmojiHtml drawn = EmojiHtml.of(plain.body(), emoji);
    return new Page(
        page.key(), new ReportPage(plain.title(), plain.style() + drawn.style(), drawn.body()));
  }

  /// Writes characters of two code units, such as emoji, as references: `WebEngine.loadContent`
  /// takes each unit for a character. The style sheet has none of them.
  private void load(Page page) {
    loaded = false;
    engine.loadContent(
        SUPPLEMENTARY
            .matcher(page.content().html())
            .replaceAll(character -> "&#" + character.group().codePointAt(0) + ";"));
  }

  private void loadState(Worker.State now) {
    @Nullable Document document = engine.getDocument();
    if (now == Worker.State.SUCCEEDED && document != null) {
      loaded = true;
      engine.executeScript(FIND);
      onShown.run();
      EventTarget target = (EventTarget) document;
      target.addEventListener("click", this::clicked, true);
      target.addEventListener("auxclick", this::clicked, true);
      target.addEventListener("mouseover", this::hovered, false);
      target.addEventListener("focusin", this::hovered, false);
      target.addEventListener("mouseout", event -> left(), false);
      target.addEventListener("focusout", event -> left(), false);
    }
  }

  private void clicked(org.w3c.dom.events.Event event) {
    PageLink.at(event.getTarget())
        .ifPresent(
            link -> {
              event.preventDefault();
              event.stopPropagation();
              left();
              if (link.address().startsWith("#")) {
                scrollTo(link.address().substring(1));
              } else {
                onLink.accept(link);
              }
            });
  }

  private void scrollTo(String id) {
    @Nullable Document document = engine.getDocument();
    if (document != null && document.getElementById(id) != null) {
      document.getDocumentElement().setAttribute("data-target", id);
      engine.executeScript(TO_TARGET);
    }
  }

  private void hovered(org.w3c.dom.events.Event event) {
    PageLink.at(event.getTarget()).ifPresent(link -> onHover.accept(link, place(event)));
  }

  private void left() {
    onHover.accept(null, Point2D.ZERO);
  }

  private @Nullable Point2D place(org.w3c.dom.events.Event event) {
    return event instanceof org.w3c.dom.events.MouseEvent mouse
        ? view.localToScreen(mouse.getClientX(), mouse.getClientY())
        : view.localToScreen(view.getWidth() / 2, view.getHeight() / 2);
  }

  /// Undoes any navigation that the listeners did not catch.
  private void stayHere(@Nullable String location) {
    if (location != null && !location.isEmpty() && !location.startsWith("about:")) {
      engine.getLoadWorker().cancel();
      if (shown != null) {
        load(shown);
      }
    }
  }
}
