package app.fragments.ui.journal;

import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The small page under the Range chip, made when it is first asked for.
final class RangePopover {
  private final FxmlScreens screens;
  private @Nullable Popover popover;

  RangePopover(FxmlScreens screens) {
    this.screens = screens;
  }

  void showAt(Node chip) {
    Popover page = popover;
    if (page == null) {
      page = new Popover(screens.load(Fxml.RANGE));
      page.setHeaderAlwaysVisible(false);
      page.setDetachable(false);
      page.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
      popover = page;
    }
    page.show(chip);
  }

  void hide() {
    if (popover != null) {
      popover.hide();
    }
  }
}
