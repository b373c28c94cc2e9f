package app.fragments.ui.report;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

/// A WebView that shows pages of ours and goes nowhere: no scripts of a page, no network, no
/// navigation; a click on a link is told and nothing else.
///
/// A page that replaces one of the same report is put into the page that is there, so that the
/// reader keeps their place when the theme changes, a flag is dismissed or the text grows. The few
/// constant scripts for that are this program's; pages cannot have any.
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

  private final WebView view = new WebView();
  private final WebEngine engine = view.getEngine();
  private final Consumer<PageLink> onLink;
  private final BiConsumer<@Nullable PageLink, Point2D> onHover;
  private @Nullable Page shown;
  private boolean loaded;

  /// @param onLink takes a clicked link
  /// @param onHover takes the link that the mouse or the keyboard is at, and where on the screen;
  ///   null when it has left
  PageView(Consumer<PageLink> onLink, BiConsumer<@Nullable PageLink, Point2D> onHover) {
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

  /// For tests: how the engine is set up.
  WebEngine engine() {
    return engine;
  }

  /// Shows a page.
  ///
  /// @param grows whether its end is still being written
  void show(Page page, boolean grows) {
    @Nullable Page before = shown;
    shown = page;
    @Nullable Document document = engine.getDocument();
    if (before == null || !loaded || document == null) {
      loaded = false;
      engine.loadContent(page.html());
      return;
    }
    Element root = document.getDocumentElement();
    if (grows) {
      root.setAttribute("data-grows", "");
    } else {
      root.removeAttribute("data-grows");
    }
    if (!before.style().equals(page.style())) {
      document.getElementsByTagName("style").item(0).setTextContent(page.style());
    }
    if (!before.body().equals(page.body())) {
      root.setAttribute("data-next", page.body());
      engine.executeScript(REPLACE);
    }
    if (!before.key().equals(page.key())) {
      engine.executeScript(TO_TOP);
    }
  }

  private void loadState(Worker.State now) {
    @Nullable Document document = engine.getDocument();
    if (now == Worker.State.SUCCEEDED && document != null) {
      loaded = true;
      listen((EventTarget) document);
    }
  }

  private void listen(EventTarget document) {
    for (String click : new String[] {"click", "auxclick"}) {
      document.addEventListener(click, event -> clicked(event), true);
    }
    document.addEventListener("mouseover", event -> hovered(event), false);
    document.addEventListener("focusin", event -> hovered(event), false);
    document.addEventListener("mouseout", event -> left(), false);
    document.addEventListener("focusout", event -> left(), false);
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

  /// What no listener caught must not lead away either.
  private void stayHere(@Nullable String location) {
    if (location != null && !location.isEmpty() && !location.startsWith("about:")) {
      engine.getLoadWorker().cancel();
      @Nullable Page page = shown;
      if (page != null) {
        loaded = false;
        engine.loadContent(page.html());
      }
    }
  }
}
