package app.fragments.store.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.stream.Stream;

/// What can go wrong with the file under the built-in store, as an error code of MongoDB's where it
/// has one that means the same, else as one that MongoDB does not use.
public enum SqliteErrorCode {
  /// No room on the disk; the write was undone.
  DISK_FULL(14031, "OutOfDiskSpace", "The disk of the store is full; nothing was written"),
  /// Another process kept the file for too long; the command may be sent again.
  BUSY(46, "LockBusy", "Another program keeps the journal's file; try again"),
  /// The file is damaged.
  CORRUPT(90_001, "FileCorrupt", "The journal's file is damaged; restore a backup"),
  /// The file or its folder may not be written.
  NOT_WRITABLE(90_002, "FileNotWritable", "The journal's file may not be written"),
  /// The disk failed.
  IO(90_003, "FileFailed", "The journal's file could not be read or written");

  private final int code;
  private final String codeName;
  private final String sentence;

  SqliteErrorCode(int code, String codeName, String sentence) {
    this.code = code;
    this.codeName = codeName;
    this.sentence = sentence;
  }

  /// The error whose reply has this code.
  public static Optional<SqliteErrorCode> ofCode(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }

  /// The error code in replies.
  public int code() {
    return code;
  }

  /// What happened, for a person.
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
