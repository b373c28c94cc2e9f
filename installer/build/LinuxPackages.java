import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

/// Builds `.deb`, `.rpm` and `.tar.gz` from one tree that follows the Filesystem Hierarchy
/// Standard.
///
/// The program is in `/opt/fragments`. `/usr` has what other programs look for: the command,
/// desktop entry, icons, metadata, man page and completions.
class LinuxPackages {
  private static final Path LINUX = Path.of("installer/linux");
  private static final String ID = "app.fragments.Fragments";
  private static final int KILOBYTE = 1024;

  private final AppImage image;
  private final String version;
  private final Path work;

  LinuxPackages(AppImage image, String version, Path work) {
    this.image = image;
    this.version = version;
    this.work = work;
  }

  void make(Path target) throws IOException {
    Say.step("Laying out the packages' files");
    Path share = share(Folders.fresh(work.resolve("share")));
    Path stage = Folders.fresh(work.resolve("stage"));
    Folders.copy(image.root(), stage.resolve("opt/fragments"));
    Folders.copy(share, stage.resolve("usr/share"));
    Files.createDirectories(stage.resolve("usr/bin"));
    Files.createSymbolicLink(
        stage.resolve("usr/bin/fragments"), Path.of("/opt/fragments/bin/fragments"));
    Say.step("Packing .tar.gz, .rpm and .deb");
    together(
        () ->
            archive(
                share,
                target.resolve(
                    "fragments-" + version + "-linux-" + Host.architecture() + ".tar.gz")),
        () -> {
          if (isThere("rpmbuild", ".rpm", "Debian: apt install rpm")) {
            rpm(stage, target);
          }
        },
        () -> {
          if (isThere("dpkg-deb", ".deb", "Fedora: dnf install dpkg")) {
            deb(stage, target);
          }
        });
  }

  private interface Packing {
    void pack() throws IOException;
  }

  /// Builds the packages in parallel, because compression uses one core per package.
  private static void together(Packing... packings) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(packings.length)) {
      List<Future<?>> running = new ArrayList<>();
      for (Packing packing : packings) {
        running.add(
            threads.submit(
                () -> {
                  packing.pack();
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static boolean isThere(String program, String kind, String remedy) {
    boolean there = Tool.isThere(program);
    if (!there) {
      Say.step("NOT BUILT: the " + kind + ". " + program + " is not installed (" + remedy + ")");
    }
    return there;
  }

  /// The contents of `/usr/share` and of the archive's `share`.
  private Path share(Path share) throws IOException {
    copy(LINUX.resolve(ID + ".desktop"), share.resolve("applications/" + ID + ".desktop"));
    copy(LINUX.resolve(ID + ".metainfo.xml"), share.resolve("metainfo/" + ID + ".metainfo.xml"));
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
      String folder = "icons/hicolor/" + size + "x" + size + "/apps/";
      copy(Path.of("installer/icons/png/" + size + ".png"), share.resolve(folder + ID + ".png"));
    }
    copy(
        Path.of("installer/icons/fragments.svg"),
        share.resolve("icons/hicolor/scalable/apps/" + ID + ".svg"));
    Path commands = Folders.fresh(work.resolve("commands"));
    Tool.ofJdk("java")
        .with("-cp", image.application().resolve("*").toString())
        .with("installer/build/CommandFiles.java", commands.toString())
        .run();
    zip(commands.resolve("fragments.1"), share.resolve("man/man1/fragments.1.gz"));
    copy(
        commands.resolve("fragments.bash"), share.resolve("bash-completion/completions/fragments"));
    copy(commands.resolve("_fragments"), share.resolve("zsh/site-functions/_fragments"));
    copy(commands.resolve("_fragments"), share.resolve("zsh/vendor-completions/_fragments"));
    copy(Path.of("README.md"), share.resolve("doc/fragments/README.md"));
    try (var pages = Files.newDirectoryStream(Path.of("docs"), "*.md")) {
      for (Path page : pages) {
        copy(page, share.resolve("doc/fragments/docs/" + page.getFileName()));
      }
    }
    copy(LINUX.resolve("debian/copyright"), share.resolve("doc/fragments/copyright"));
    zip(Path.of("CHANGELOG.md"), share.resolve("doc/fragments/changelog.gz"));
    try (var units = Files.newDirectoryStream(Path.of("installer/service"), "*.service")) {
      for (Path unit : units) {
        copy(unit, share.resolve("doc/fragments/" + unit.getFileName()));
      }
    }
    return share;
  }

  private void archive(Path share, Path file) throws IOException {
    Path folder = Folders.fresh(work.resolve("archive")).resolve("fragments-" + version);
    Folders.copy(image.root(), folder);
    Folders.copy(share, folder.resolve("share"));
    new Tool("tar")
        .with("--create", "--gzip", "--sort=name", "--owner=0", "--group=0", "--numeric-owner")
        .with("--file", file.toString(), "--directory", folder.getParent().toString())
        .with(folder.getFileName().toString())
        .run();
  }

  private void deb(Path stage, Path target) throws IOException {
    String architecture = Host.isArm() ? "arm64" : "amd64";
    Path tree = Folders.fresh(work.resolve("deb-tree"));
    Folders.copy(stage, tree);
    Folders.delete(tree.resolve("usr/share/zsh/site-functions"));
    String size = String.valueOf(Folders.size(tree) / KILOBYTE);
    Path control = Files.createDirectories(tree.resolve("DEBIAN"));
    Files.writeString(
        control.resolve("control"),
        filled(
            Files.readString(LINUX.resolve("debian/control.in")),
            Map.of(
                "VERSION", version,
                "ARCHITECTURE", architecture,
                "INSTALLED_SIZE", size)));
    copy(LINUX.resolve("debian/postrm"), control.resolve("postrm"));
    Files.setPosixFilePermissions(
        control.resolve("postrm"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = target.resolve("fragments_" + version + "_" + architecture + ".deb");
    new Tool("dpkg-deb")
        .with("--root-owner-group", "-Zxz", "-z9", "--build", tree.toString(), file.toString())
        .run();
  }

  private static String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  private void rpm(Path stage, Path target) throws IOException {
    Path tree = Folders.fresh(work.resolve("rpm-tree"));
    Folders.copy(stage, tree);
    Folders.delete(tree.resolve("usr/share/zsh/vendor-completions"));
    Path top = Folders.fresh(work.resolve("rpmbuild"));
    new Tool("rpmbuild")
        .with("-bb", "--quiet", "--target", Host.isArm() ? "aarch64" : "x86_64")
        .with("--define", "_topdir " + top.toAbsolutePath())
        .with("--define", "_rpmdir " + target.toAbsolutePath())
        .with("--define", "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm")
        .with("--define", "_stage " + tree.toAbsolutePath())
        .with("--define", "_version " + version)
        .with("installer/linux/rpm/fragments.spec")
        .run();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void zip(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (GZIPOutputStream zipped = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, zipped);
    }
  }
}
