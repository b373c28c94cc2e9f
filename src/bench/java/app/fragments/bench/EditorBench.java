package app.fragments.bench;

import app.fragments.journal.Entry;
import app.fragments.settings.Settings;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.Background;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.editor.EditorModule;
import app.fragments.ui.editor.text.MarkdownArea;
import app.fragments.ui.editor.text.TextPane;
import app.fragments.ui.parts.RecordingNavigator;
import app.fragments.ui.report.ReportModule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures how long opening a fragment and a typed key keep the FX thread busy: event, styles and
/// layout, without drawing.
final class EditorBench {
  private static final int WARM_UP = 100;
  private static final int KEYS = 300;
  private static final double MILLIS = 1e6;
  private static final String PARAGRAPH =
      "Shipped the **importer** and `report.css`, see [the call](https://a.example/call) with"
          + " *Karin*, who prints the web page today and glues the logo on copies each time.";

  private final BenchResult result =
      new BenchResult(
          "editor",
          "How long the JavaFX thread is busy when a fragment is opened and when a key is typed in"
              + " the middle of it: event, styles and layout, without drawing.");
  private final FakeUiServices services;
  private final EditorModule module;
  private final Stage stage;

  private EditorBench(Path folder) {
    FxThread.start();
    services = new FakeUiServices(folder);
    Messages messages = new Messages(Locale.ENGLISH);
    ScreenLoader screens = new ScreenLoader(messages);
    Theming theming = FxThread.call(() -> new Theming(Settings.Theme.LIGHT, 100));
    StoreHealth health = new StoreHealth();
    UiContext context =
        new UiContext(
            services, new Background(), messages, new RecordingNavigator(), health, theming);
    module =
        FxThread.call(
            () ->
                new EditorModule(
                    context,
                    screens,
                    new EditorModule.Callbacks(
                        written -> {},
                        id -> {},
                        id -> {},
                        List::of,
                        tag -> {},
                        () -> new ReportModule(context, screens).fragmentPage())));
    FxThread.run(health::answered);
    stage =
        FxThread.call(
            () -> {
              Stage shown = new Stage();
              Scene scene = new Scene(new StackPane(module.page()), 780, 850);
              theming.style(scene);
              shown.setScene(scene);
              shown.show();
              return shown;
            });
  }

  public static void main(String[] args) throws Exception {
    run();
    System.exit(0);
  }

  static void run() throws Exception {
    EditorBench bench = new EditorBench(Files.createTempDirectory("fragments-bench"));
    bench.measure("first fragment", text(1_000), "");
    bench.measure("1,000 characters", text(1_000), "<= 16");
    bench.measure("10,000 characters", text(10_000), "<= 16");
    bench.measure("100,000 characters", text(100_000), "<= 16");
    bench.measure("10,000 characters, one paragraph", oneLine(10_000), "");
    bench.measure("50,000 characters, one paragraph", oneLine(50_000), "");
    bench.measure("100,000 characters, one list", list(100_000), "");
    bench.result.write();
  }

  private void measure(String what, String text, String bound) {
    if (!what.contains(System.getProperty("bench.only", ""))) {
      return;
    }
    Entry entry =
        services.entries.save(
            Entry.write(
                FakeUiServices.USER,
                LocalDate.of(2026, 2, 7),
                ZoneOffset.UTC,
                services.clock().instant(),
                what,
                text));
    FxThread.run(() -> module.show(entry.id(), null));
    FxThread.await(
        "open", () -> module.editor().entry().filter(e -> e.id().equals(entry.id())).isPresent());
    double open = FxThread.call(() -> reopen(entry));
    FxThread.run(() -> module.show(entry.id(), null));
    FxThread.await(
        "open", () -> module.editor().entry().filter(e -> e.id().equals(entry.id())).isPresent());
    result.add(what + ": opening", open, "ms", bound.isEmpty() ? "" : "<= 100");
    MarkdownArea area = FxThread.call(() -> (MarkdownArea) stage.getScene().lookup(".editor-text"));
    FxThread.run(
        () -> {
          area.requestFocus();
          area.moveTo(area.getLength() / 2);
          area.requestFollowCaret();
        });
    FxThread.settle();
    double[] millis = new double[KEYS];
    double[] cpu = new double[KEYS];
    for (int i = -WARM_UP; i < KEYS; i++) {
      String letter = i % 6 == 0 ? " " : "e";
      Key took = FxThread.call(() -> type(area, letter));
      if (i >= 0) {
        millis[i] = took.millis();
        cpu[i] = took.cpuMillis();
      }
      if (i % 20 == 0) {
        FxThread.settle();
      }
    }
    result.add(what + ": key, p50", BenchResult.percentile(millis, 0.5), "ms", "");
    result.add(what + ": key, p95", BenchResult.percentile(millis, 0.95), "ms", bound);
    result.add(what + ": key, p95 of CPU time", BenchResult.percentile(cpu, 0.95), "ms", "");
  }

  private double reopen(Entry entry) {
    module.editor().write();
    layOut();
    TextPane pane = (TextPane) stage.getScene().lookup(".text-pane");
    long start = System.nanoTime();
    pane.show(entry.id(), entry.text());
    layOut();
    return (System.nanoTime() - start) / MILLIS;
  }

  private record Key(double millis, double cpuMillis) {}

  private Key type(MarkdownArea area, String letter) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    area.fireEvent(
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
    layOut();
    return new Key(
        (System.nanoTime() - start) / MILLIS, (threads.getCurrentThreadCpuTime() - cpu) / MILLIS);
  }

  private void layOut() {
    Parent root = stage.getScene().getRoot();
    root.applyCss();
    root.layout();
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(i % 8 == 0 ? "## Part " + i + "\n\n" : "");
      text.append(i % 5 == 4 ? "- one **item**\n- [ ] a task\n- another\n\n" : PARAGRAPH + "\n\n");
    }
    return text.substring(0, length);
  }

  private static String oneLine(int length) {
    return (PARAGRAPH + " ").repeat(1 + length / PARAGRAPH.length()).substring(0, length);
  }

  private static String list(int length) {
    String item = "- one **item** of a list with a few words\n";
    return item.repeat(length / item.length());
  }
}
