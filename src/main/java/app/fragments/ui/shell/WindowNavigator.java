package app.fragments.ui.shell;

import app.fragments.journal.EntryId;
import app.fragments.report.ReportId;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Navigator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends the user from one part of the window to another, and back. The parts are made with it, so
/// they are connected to it afterwards.
final class WindowNavigator implements Navigator {
  private final MainViewModel main;
  private final Consumer<Toast> toasts;
  private final Consumer<String> browser;
  private final Messages messages;
  private @Nullable WindowModules connected;

  WindowNavigator(
      MainViewModel main, Consumer<Toast> toasts, Consumer<String> browser, Messages messages) {
    this.main = main;
    this.toasts = toasts;
    this.browser = browser;
    this.messages = messages;
  }

  void connect(WindowModules parts) {
    connected = parts;
  }

  @Override
  public void showEntry(EntryId entry, @Nullable String passage) {
    main.leave(here());
    main.settingsOpen().set(false);
    parts().open(entry, passage);
  }

  @Override
  public void showReport(ReportId report) {
    main.leave(here());
    main.settingsOpen().set(false);
    main.tab().set(Tab.REPORT);
    parts().reports().show(report);
  }

  @Override
  public void showJobs() {
    main.leave(here());
    main.settingsOpen().set(false);
    main.tab().set(Tab.JOBS);
  }

  @Override
  public void showSettings() {
    main.settingsOpen().set(true);
  }

  @Override
  public void showAbout() {
    main.aboutOpen().set(true);
  }

  @Override
  public void selectThisWeek() {
    parts().journal().selectThisWeek();
  }

  @Override
  public void toast(String message) {
    toasts.accept(new Toast(message, null));
  }

  @Override
  public void toast(String message, Runnable undo) {
    toast(message, messages.get("main.undo"), undo);
  }

  @Override
  public void toast(String message, String action, Runnable onAction) {
    toasts.accept(new Toast(message, new Toast.Action(action, onAction)));
  }

  @Override
  public void browse(String address) {
    browser.accept(address);
  }

  /// Goes where the user was before being sent here.
  void back() {
    main.back()
        .ifPresent(
            place -> {
              if (place.entry() != null) {
                parts().load(place.entry(), null);
              }
              main.tab().set(place.tab());
            });
  }

  private NavigationTarget here() {
    return new NavigationTarget(main.tab().get(), parts().journal().current().get());
  }

  private WindowModules parts() {
    WindowModules parts = connected;
    if (parts == null) {
      throw new IllegalStateException("The parts of the window are not connected yet");
    }
    return parts;
  }
}
