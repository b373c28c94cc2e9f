package app.fragments.store.mongo.embedded;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite failed, so the whole transaction must be rolled back. The library's own exceptions
/// concern one document only.
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
      return SqliteErrorCode.DISK_FULL; // no room for the shared memory file
    }
    // the low byte is the primary code of an extended one
    return switch (code.code & 0xff) {
      case 13 -> SqliteErrorCode.DISK_FULL;
      case 5, 6, 15 -> SqliteErrorCode.BUSY; // 15: gave up after too many retries
      case 11, 26 -> SqliteErrorCode.CORRUPT;
      case 8, 3, 14, 23 -> SqliteErrorCode.NOT_WRITABLE;
      default -> SqliteErrorCode.IO;
    };
  }

  SqliteErrorCode error() {
    return error;
  }
}
