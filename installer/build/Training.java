import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fills the AOT cache: the program is used as a person would, in its window and by its commands,
/// on the runtime that is shipped, and the JVM keeps the classes that it loaded and linked. What it
/// learned of their methods is not kept: only the optimizing compiler would read it, which
/// `java.options` leaves out, and a start has to load it.
///
/// It wants a screen; where a Linux machine has none, `xvfb-run` gives one, or JavaFX draws in
/// memory.
class Training {
  private static final String REHEARSAL = "app.fragments.app.AotTrainingRun";

  private final AppImage image;

  Training(AppImage image) {
    this.image = image;
  }

  /// @param home for the journal that is used, made anew
  void run(Path home) throws IOException {
    Folders.fresh(home);
    Path java = image.java();
    boolean screen = Host.system() != Host.LINUX || System.getenv("DISPLAY") != null;
    boolean virtual = !screen && Tool.isThere("xvfb-run");
    Tool tool =
        virtual
            ? new Tool("xvfb-run").with("-a", "-s", "-screen 0 1440x900x24", java.toString())
            : new Tool(java.toString());
    if (!screen && !virtual) {
      tool.with("-Dglass.platform=Headless", "-Dprism.order=sw");
    }
    tool.with(image.javaOptions().toArray(String[]::new))
        .with("-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + image.cache())
        .with("-Xlog:aot=error")
        .with("-cp", String.join(File.pathSeparator, image.classPath()), REHEARSAL)
        .in("FRAGMENTS_HOME", home.toAbsolutePath().toString())
        .in("FRAGMENTS_GENERATOR", "digest")
        .writing(home.resolveSibling("training.log"))
        .run();
    if (!Files.exists(image.cache())) {
      throw new IOException("The JVM wrote no cache");
    }
  }
}
