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
final class PrivateFiles {
  private PrivateFiles() {}

  /// Makes a folder and those above it; one that is there already stays as it is.
  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
    }
  }

  /// Puts the content in place of the file's in one step: whoever reads, and whatever crashes, sees
  /// the old one or the new one.
  static void replace(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file);
    try {
      write(temporary, content);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Makes a file with that content in one step, where there is none: of several processes that try
  /// at once, one does.
  static void createOnce(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file);
    try {
      write(temporary, content);
      Files.createLink(file, temporary); // unlike a move, never onto a file that is there
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Takes a file from everybody but its owner.
  static void makePrivate(Path file) throws IOException {
    restrict(file, "rw-------");
  }

  private static Path temporary(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    createFolder(folder);
    return Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
  }

  private static void write(Path file, byte[] content) throws IOException {
    makePrivate(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
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
    if (acl != null) {
      boolean folder = Files.isDirectory(path);
      List<AclEntry> entries = new ArrayList<>(List.of(everything(acl.getOwner(), folder)));
      if (acl.getOwner() instanceof GroupPrincipal) {
        try {
          entries.add(everything(user(path), folder));
        } catch (UserPrincipalNotFoundException e) {
          return; // it stays as the folder above has it, rather than shut
        }
      }
      acl.setAcl(entries);
    }
  }

  /// Who runs this. What somebody makes as an administrator belongs to all administrators, and
  /// without those rights he would be shut out of it.
  private static UserPrincipal user(Path path) throws IOException {
    return path.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }

  /// @param folder then the same goes for what will be in it
  private static AclEntry everything(UserPrincipal whose, boolean folder) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(whose)
        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
        .setFlags(
            folder ? Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT) : Set.of())
        .build();
  }
}
