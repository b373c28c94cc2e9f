import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Many jars as one, without compression: the packages around it compress better, and the program
/// reads it faster. The JVM looks at each jar of a class path at each start, at what is in it and
/// what its manifest says; for this one it does so once.
///
/// The manifest is the first jar's, for all of them. Of several entries of one name the first jar's
/// stays, as on a class path; lists of services are joined.
class JoinedJar implements Closeable {
  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";

  private final ZipOutputStream out;
  private final Map<String, byte[]> written = new HashMap<>();
  private final Map<String, StringBuilder> services = new TreeMap<>();

  JoinedJar(Path file) throws IOException {
    out = new ZipOutputStream(Files.newOutputStream(file));
    out.setMethod(ZipOutputStream.STORED);
  }

  /// Adds an entry of a jar.
  ///
  /// @param jar its file's name
  /// @throws IOException where another jar has something else by that name, and it is more than a
  ///   note about the jar itself
  void add(String jar, String name, byte[] content) throws IOException {
    if (name.equals(JarFile.MANIFEST_NAME)) {
      if (!written.containsKey(name)) {
        write(name, forAll(content));
      }
    } else if (name.startsWith(SERVICES)) {
      services
          .computeIfAbsent(name, service -> new StringBuilder())
          .append(new String(content, StandardCharsets.UTF_8))
          .append('\n');
    } else if (isLicence(name)) {
      write(META + "licenses/" + jar + "/" + name.substring(META.length()), content);
    } else if (!isOfOneJar(name)) {
      byte[] before = written.get(name);
      if (before == null) {
        write(name, content);
      } else if (!name.startsWith(META) && !Arrays.equals(before, content)) {
        throw new IOException(jar + " has another " + name + " than a jar before it");
      }
    }
  }

  /// Writes what was kept to the end.
  @Override
  public void close() throws IOException {
    try (out) {
      for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
        write(service.getKey(), service.getValue().toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static boolean isLicence(String name) {
    return name.matches(META + "(?i)(LICEN[CS]E|NOTICE|COPYING|AL2|LGPL)[^/]*");
  }

  /// Signatures and descriptions of modules say nothing about the jar that comes of it.
  private static boolean isOfOneJar(String name) {
    return name.matches("(META-INF/versions/\\d+/)?module-info\\.class")
        || name.matches(META + "(?i)[^/]*\\.(SF|RSA|DSA|EC)")
        || name.equals(META + "INDEX.LIST");
  }

  /// The first jar's. It has no others beside it any more, and some of them have classes for newer
  /// versions of Java.
  private static byte[] forAll(byte[] first) throws IOException {
    Manifest manifest = new Manifest(new ByteArrayInputStream(first));
    manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private void write(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setLastModifiedTime(Parts.TIME);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
    written.put(name, content);
  }
}
