package app.fragments.ui.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// How tests reach the FX thread, and wait for what happens there.
public final class FxThread {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private FxThread() {}

  /// Runs something on the FX thread and waits for it.
  public static <T> T call(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable t) {
            done.completeExceptionally(t);
          }
        });
    try {
      return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The FX thread is stuck", e);
    } catch (Exception e) {
      throw new AssertionError(e.getCause());
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits until it holds, asking on the FX thread.
  ///
  /// @throws AssertionError where that takes too long
  public static void until(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!call(condition)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Waited in vain: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /// Lets what is under way be laid out and drawn.
  public static void settle() {
    for (int pulse = 0; pulse < 4; pulse++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      run(() -> {});
    }
  }

  /// Draws a scene into `target/screens/part-<name>.png`.
  public static void snapshot(Scene scene, String name) {
    settle();
    WritableImage image = call(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var drawn =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        drawn.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Path file = Path.of("target", "screens", "part-" + name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(drawn, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
