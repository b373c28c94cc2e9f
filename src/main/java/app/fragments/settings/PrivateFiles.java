package app.fragments.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files and folders that only their owner may read.
public final class PrivateFiles {
  private PrivateFiles() {}

  /// Creates a folder and its parents. An existing one keeps its permissions.
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
    }
  }

  /// Replaces a file atomically, even if the process crashes.
  public static void replace(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file, content);
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Creates a file atomically unless it exists. If several processes try at once, one succeeds.
  static void createOnce(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file, content);
    try {
      Files.createLink(file, temporary); // unlike a move, never replaces an existing file
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Removes everybody's access but the owner's.
  static void makePrivate(Path file) throws IOException {
    restrict(file, "rw-------");
  }

  /// Writes the content to a file beside the given one and flushes it to disk.
  private static Path temporary(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    createFolder(folder);
    Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      makePrivate(temporary);
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return temporary;
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static void restrict(Path path, String permissions) throws IOException {
    @Nullable PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString(permissions));
      return;
    }
    @Nullable AclFileAttributeView acl =
        Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (acl == null) {
      return;
    }
    boolean folder = Files.isDirectory(path);
    List<AclEntry> entries = new ArrayList<>(List.of(fullAccess(acl.getOwner(), folder)));
    if (acl.getOwner() instanceof GroupPrincipal) {
      // An administrator's files belong to the group of administrators. Without elevated rights the
      // user would lose access, so grant it explicitly.
      var users = path.getFileSystem().getUserPrincipalLookupService();
      try {
        UserPrincipal user = users.lookupPrincipalByName(System.getProperty("user.name"));
        entries.add(fullAccess(user, folder));
      } catch (UserPrincipalNotFoundException e) {
        return; // inherited permissions are better than no access
      }
    }
    acl.setAcl(entries);
  }

  /// @param folder whether the contents inherit it
  private static AclEntry fullAccess(UserPrincipal principal, boolean folder) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(principal)
        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
        .setFlags(
            folder ? Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT) : Set.of())
        .build();
  }
}
