package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What is done to the whole file, over a connection of its own beside the one that serves.
final class StoreFileCheck {
  private StoreFileCheck() {}

  static void backup(Path file, Path target) {
    try {
      StoreFile.createPrivate(
          target); // SQLite writes into an empty file, and keeps its permissions
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("There is a file already: " + target, e);
    } catch (IOException e) {
      throw new StoreException("The backup could not be written: " + e, e);
    }
    try (Sqlite sqlite = Sqlite.open(file)) {
      PreparedStatement copy = sqlite.statement("VACUUM INTO ?");
      copy.setString(1, target.toString());
      copy.executeUpdate();
    } catch (SQLException | StorageException e) {
      StoreException failure =
          new StoreException("The backup could not be written: " + e.getMessage(), e);
      delete(target, failure);
      throw failure;
    }
  }

  private static void delete(Path unfinished, StoreException failure) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  static List<String> indexCheck(Path file, String database) {
    try (Sqlite sqlite = Sqlite.open(file)) {
      sqlite.execute("BEGIN IMMEDIATE");
      List<String> findings = IndexCheck.run(sqlite, database);
      sqlite.execute("ROLLBACK");
      return findings;
    } catch (StorageException e) {
      throw new StoreException("The file could not be checked: " + e.error().sentence(), e);
    }
  }

  static List<String> quickCheck(Path file) {
    List<String> findings = new ArrayList<>();
    try (Sqlite sqlite = Sqlite.open(file);
        ResultSet rows = sqlite.statement("PRAGMA quick_check").executeQuery()) {
      while (rows.next()) {
        findings.add(rows.getString(1));
      }
    } catch (SQLException | StorageException e) {
      throw new StoreException("The file could not be checked: " + e.getMessage(), e);
    }
    return findings.equals(List.of("ok")) ? List.of() : findings;
  }
}
