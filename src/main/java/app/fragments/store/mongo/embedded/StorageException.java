package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite could not do what a command needed: nothing of the command's transaction remains.
///
/// It is no error of the library's on purpose: those are taken as the fate of one document, and the
/// command goes on.
final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SqliteErrorCode error;

  StorageException(SQLException cause) {
    super(errorOf(cause).name() + ": " + cause.getMessage(), cause);
    this.error = errorOf(cause);
  }

  private static SqliteErrorCode errorOf(SQLException cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return SqliteErrorCode.DISK_FULL; // the file that processes share finds no room
    }
    // the low byte is the primary code of an extended one
    return switch (code.code & 0xff) {
      case 13 -> SqliteErrorCode.DISK_FULL;
      case 5, 6, 15 -> SqliteErrorCode.BUSY; // 15: lost too many races for a lock
      case 11, 26 -> SqliteErrorCode.CORRUPT;
      case 8, 3, 14, 23 -> SqliteErrorCode.NOT_WRITABLE;
      default -> SqliteErrorCode.IO;
    };
  }

  SqliteErrorCode error() {
    return error;
  }

  /// The answer to the client.
  Document reply() {
    return error.reply();
  }
}
