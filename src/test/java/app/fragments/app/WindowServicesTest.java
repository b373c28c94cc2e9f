package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.settings.Environment;
import app.fragments.store.StoreUnavailableException;
import app.fragments.ui.common.UiServices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowServicesTest {
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  private AppWiring program() {
    environment.put("FRAGMENTS_HOME", folder.toString());
    return AppWiring.open(new Environment(environment), Clock.systemUTC());
  }

  private EntryHeader write() {
    try (AppWiring program = program()) {
      UiServices services = program.forWindow();
      return services
          .entries()
          .save(
              Entry.write(
                  services.userId(),
                  LocalDate.of(2026, 2, 6),
                  ZoneOffset.UTC,
                  Instant.parse("2026-02-06T16:20:00Z"),
                  "Shipped",
                  "The importer."))
          .header();
    }
  }

  @Test
  void the_first_page_is_read_without_opening_the_store() {
    EntryHeader written = write();
    try (AppWiring program = program()) {
      program.readAhead();

      assertThat(program.forWindow().firstPage()).isEqualTo(List.of(written));
      assertThat(program.opener.ifOpen()).isEmpty();
    }
  }

  @Test
  void the_first_page_comes_from_the_store_once_it_is_open() {
    try (AppWiring program = program()) {
      program.readAhead();
      program.opener.get();
      EntryHeader written = write();

      program.forWindow().firstPage(); // uses up the prefetched page

      assertThat(program.forWindow().firstPage()).isEqualTo(List.of(written));
    }
  }

  @Test
  void a_failed_prefetch_is_repeated() {
    environment.put("MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100");
    try (AppWiring program = program()) {
      program.readAhead();

      assertThat(catchThrowable(program.forWindow()::firstPage))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
