package app.fragments.ui.settings;

import app.fragments.ui.common.Navigator;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.settings.ThirdPartyNotices.Notice;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The About page. On the FX thread.
final class AboutViewModel {
  private static final Notice OWN_LICENCE = new Notice("Apache-2.0", "");

  private static final String GAP = "\n\n\n";

  private final UiServices services;
  private final Navigator navigator;
  private final List<Notice> notices = ThirdPartyNotices.read();
  private final ObjectProperty<Notice> selected = new SimpleObjectProperty<>(notices.getFirst());

  AboutViewModel(UiServices services, Navigator navigator) {
    this.services = services;
    this.navigator = navigator;
  }

  String version() {
    return services.version();
  }

  String javaVersion() {
    return Runtime.version().toString();
  }

  Path dataFolder() {
    return services.dataFolder();
  }

  void openDataFolder() {
    navigator.browse(dataFolder().toUri().toString());
  }

  List<Notice> notices() {
    return notices;
  }

  ObjectProperty<Notice> selected() {
    return selected;
  }

  /// The software under the selected licence, then the licence.
  ObservableValue<String> text() {
    return selected.map(
        notice ->
            notice.software().isEmpty()
                ? ThirdPartyNotices.licenceText(notice.licence())
                : notice.software() + GAP + ThirdPartyNotices.licenceText(notice.licence()));
  }

  /// Selects the licence of Fragments itself.
  void selectOwnLicence() {
    selected.set(OWN_LICENCE);
  }
}
