package app.fragments.ui.settings;

import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import javafx.scene.Parent;

/// The part of the window that holds the page About: which Fragments this is, where its data lies,
/// and the notices of what others wrote. On the FX thread.
public final class AboutModule {
  private final FxmlScreens screens;

  /// @param onDone closes the page
  public AboutModule(UiContext context, FxmlScreens screens, Runnable onDone) {
    this.screens = screens;
    screens.with(
        AboutController.class,
        () ->
            new AboutController(
                new AboutViewModel(context.services(), context.navigator()),
                context.messages(),
                onDone));
  }

  /// A new page.
  public Parent page() {
    return screens.load(Fxml.ABOUT);
  }
}
