package app.fragments.store.mongo.embedded;

import app.fragments.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// The built-in store's file, which only this user can read.
final class StoreFile {
  static final String NAME = "journal.db";

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /// File systems on which SQLite's locks and shared memory do not work between machines.
  private static final Set<String> NETWORK_TYPES =
      Set.of(
          """
          nfs nfs4 cifs smb smb2 smb3 smbfs afpfs webdav davfs fuse.davfs2 fuse.sshfs fuse.rclone
          ncpfs 9p afs ceph glusterfs\
          """
              .split("\\s+"));

  private static final String FILE_PERMISSIONS = "rw-------";

  private StoreFile() {}

  /// Creates the folder and the file if they are missing, and returns the file.
  ///
  /// @throws StoreException with the reason: a network drive, no permission, or a file that is not
  ///   a database, which is left unchanged
  static Path prepare(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes("rwx------"));
      }
      Path real = folder.toRealPath();
      refuseNetworkDrive(real);
      Path file = real.resolve(NAME);
      try {
        createPrivate(file); // SQLite gives its other files (`-wal`, `-shm`) the same permissions
      } catch (FileAlreadyExistsException e) {
        restrict(file);
      }
      refuseOtherContent(file);
      return file;
    } catch (AccessDeniedException e) {
      throw new StoreException("No permission to write to " + e.getFile(), e);
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("Not a folder: " + e.getFile(), e);
    } catch (IOException e) {
      throw new StoreException("The journal cannot be kept in " + folder + ": " + e, e);
    }
  }

  private static void restrict(Path file) throws IOException {
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(FILE_PERMISSIONS);
    if (hasPosix() && !Files.getPosixFilePermissions(file).equals(wanted)) {
      Files.setPosixFilePermissions(file, wanted);
    }
  }

  /// Creates an empty file that only this user can read.
  static void createPrivate(Path file) throws IOException {
    Files.createFile(file, attributes(FILE_PERMISSIONS));
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return hasPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  static void refuseNetworkDrive(Path folder) {
    String type = fileSystemType(folder);
    if (isNetwork(type) || String.valueOf(folder.getRoot()).startsWith("\\\\")) {
      String message =
          "%s is on a network drive (%s). The built-in store needs a local disk; for a shared"
              + " journal, use MongoDB.";
      throw new StoreException(message.formatted(folder, type), null);
    }
  }

  /// In lower case; empty if Java cannot tell, as in a plain `chroot`, which has no mounts.
  static String fileSystemType(Path folder) {
    try {
      return Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return "";
    }
  }

  static boolean isNetwork(String fileSystemType) {
    return NETWORK_TYPES.contains(fileSystemType);
  }

  private static void refuseOtherContent(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw Sqlite.damaged(file, null);
      }
    }
  }
}
