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

/// Merges many jars into one, because the JVM opens every jar on the class path at each launch. The
/// merged jar is not compressed: the packages around it compress better, and it loads faster.
///
/// Uses the first jar's manifest. If several jars have an entry of the same name, the first one
/// wins, as on a class path; service lists are merged.
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

  /// Adds a jar's entry.
  ///
  /// @param jar the jar's file name
  /// @throws IOException if another jar has a different entry of that name, other than metadata
  ///   about the jar itself
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
    } else if (!isJarMetadata(name)) {
      byte[] before = written.get(name);
      if (before == null) {
        write(name, content);
      } else if (!isReplaced(name) && !name.startsWith(META) && !Arrays.equals(before, content)) {
        throw new IOException(jar + " has a different " + name + " than an earlier jar");
      }
    }
  }

  /// Writes the merged service lists.
  @Override
  public void close() throws IOException {
    try (out) {
      for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
        write(service.getKey(), service.getValue().toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /// Whether the program has its own, faster class instead of a library's.
  private static boolean isReplaced(String name) {
    return name.equals("org/fxmisc/richtext/TextFlowLayout.class");
  }

  private static boolean isLicence(String name) {
    return name.matches(META + "(?i)(LICEN[CS]E|NOTICE|COPYING|AL2|LGPL)[^/]*");
  }

  /// Signatures and module descriptors don't apply to the merged jar.
  private static boolean isJarMetadata(String name) {
    return name.matches("(META-INF/versions/\\d+/)?module-info\\.class")
        || name.matches(META + "(?i)[^/]*\\.(SF|RSA|DSA|EC)")
        || name.equals(META + "INDEX.LIST");
  }

  /// The first jar's manifest, without its class path, and multi-release because some jars are.
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
