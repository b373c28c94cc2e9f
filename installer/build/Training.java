import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Creates the AOT cache: runs `src/training`, which uses the window and the commands on the
/// shipped runtime, and stores the classes that the JVM loads and links. Method profiles are left
/// out: only the optimizing compiler reads them, `java.options` disables it, and every launch would
/// load them.
///
/// Needs a display; on Linux without one, uses `xvfb-run`, or else JavaFX's headless platform.
class Training {
  private static final String TRAINING_RUN = "app.fragments.app.AotTrainingRun";

  private final AppImage image;

  Training(AppImage image) {
    this.image = image;
  }

  /// @param home the data folder; deleted and created again
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
        .with("-cp", String.join(File.pathSeparator, image.classPath()), TRAINING_RUN)
        .in("FRAGMENTS_HOME", home.toAbsolutePath().toString())
        .in("FRAGMENTS_GENERATOR", "digest")
        .writing(home.resolveSibling("training.log"))
        .run();
    if (!Files.exists(image.cache())) {
      throw new IOException("The JVM wrote no AOT cache");
    }
  }
}
