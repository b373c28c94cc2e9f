package app.fragments.ui.settings;

import app.fragments.ui.common.Navigator;
import app.fragments.ui.common.UiServices;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the page About says. On the FX thread.
final class AboutViewModel {
  private static final LicenceNotice OWN_LICENCE = new LicenceNotice("Apache-2.0", "");

  private static final String GAP = "\n\n\n";

  private final UiServices services;
  private final Navigator navigator;
  private final List<LicenceNotice> notices = ThirdPartyNotices.read();
  private final ObjectProperty<LicenceNotice> chosen =
      new SimpleObjectProperty<>(notices.getFirst());

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

  /// What is by others, one a licence.
  List<LicenceNotice> notices() {
    return notices;
  }

  /// The licence whose software and words are shown.
  ObjectProperty<LicenceNotice> chosen() {
    return chosen;
  }

  /// What is under the chosen licence, and then its words.
  ObservableValue<String> text() {
    return chosen.map(
        notice ->
            notice.software().isEmpty()
                ? ThirdPartyNotices.licenceText(notice.licence())
                : notice.software() + GAP + ThirdPartyNotices.licenceText(notice.licence()));
  }

  /// Chooses the licence of Fragments itself: its words alone.
  void chooseOwnLicence() {
    chosen.set(OWN_LICENCE);
  }
}
