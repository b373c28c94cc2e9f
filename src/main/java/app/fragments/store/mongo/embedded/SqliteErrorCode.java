package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.stream.Stream;

/// What can go wrong with the built-in store's file, with MongoDB's error code for it or a code
/// that MongoDB does not use.
public enum SqliteErrorCode {
  DISK_FULL(14031, "OutOfDiskSpace", "The disk with the store is full; nothing was written"),
  /// Another process held the lock for too long; the command may be retried.
  BUSY(46, "LockBusy", "Another program has locked the journal's file; try again"),
  CORRUPT(90_001, "FileCorrupt", "The journal's file is damaged; restore a backup"),
  /// No write permission for the file or its folder.
  NOT_WRITABLE(90_002, "FileNotWritable", "The journal's file is not writable"),
  IO(90_003, "FileFailed", "The journal's file could not be read or written");

  private final int code;
  private final String codeName;
  private final String sentence;

  SqliteErrorCode(int code, String codeName, String sentence) {
    this.code = code;
    this.codeName = codeName;
    this.sentence = sentence;
  }

  public static Optional<SqliteErrorCode> ofCode(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }

  public int code() {
    return code;
  }

  /// What happened, for the user.
  public String sentence() {
    return sentence;
  }

  Document reply() {
    return new Document("ok", 0)
        .append("errmsg", sentence)
        .append("code", code)
        .append("codeName", codeName);
  }
}
