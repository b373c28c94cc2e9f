package app.fragments.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite could not do what a command needed: nothing of the command's transaction remains.
///
/// It is no error of the library's on purpose: those are taken as the fate of one document, and the
/// command goes on.
final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final EmbeddedError error;

  StorageFailure(SQLException cause) {
    super(errorOf(cause).name() + ": " + cause.getMessage(), cause);
    this.error = errorOf(cause);
  }

  private static EmbeddedError errorOf(SQLException cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return EmbeddedError.DISK_FULL; // the file that processes share finds no room
    }
    // the low byte is the primary code of an extended one
    return switch (code.code & 0xff) {
      case 13 -> EmbeddedError.DISK_FULL;
      case 5, 6, 15 -> EmbeddedError.BUSY; // 15: lost too many races for a lock
      case 11, 26 -> EmbeddedError.CORRUPT;
      case 8, 3, 14, 23 -> EmbeddedError.NOT_WRITABLE;
      default -> EmbeddedError.IO;
    };
  }

  EmbeddedError error() {
    return error;
  }

  /// The answer to the client.
  Document reply() {
    return error.reply();
  }
}
