package app.fragments.store.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StorageExceptionTest {

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, DISK_FULL",
    "SQLITE_IOERR_SHMSIZE, DISK_FULL",
    "SQLITE_IOERR_FSYNC, IO",
    "SQLITE_BUSY_SNAPSHOT, BUSY",
    "SQLITE_PROTOCOL, BUSY",
    "SQLITE_CORRUPT_VTAB, CORRUPT",
    "SQLITE_READONLY_DBMOVED, NOT_WRITABLE",
  })
  void each_sqlite_code_maps_to_an_error_code(SQLiteErrorCode code, SqliteErrorCode error) {
    assertThat(new StorageException(new SQLiteException("x", code)).error()).isEqualTo(error);
  }

  @Test
  void an_exception_without_a_code_is_an_io_error() {
    assertThat(new StorageException(new SQLException("x")).error()).isEqualTo(SqliteErrorCode.IO);
  }
}
