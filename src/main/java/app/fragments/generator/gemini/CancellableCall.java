package app.fragments.generator.gemini;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The HTTP call under way, which another thread can end: while it connects, waits or reads.
///
/// Neither of the ways that the SDK offers does that: a `ResponseStream` cannot be closed while a
/// thread reads from it (both want the reader's lock), and a dispatcher forgets a call as soon as
/// its headers have come.
final class CancellableCall implements Interceptor {
  private @Nullable Call call;
  private boolean cancelled;

  @Override
  public Response intercept(Chain chain) throws IOException {
    keep(chain.call());
    return chain.proceed(chain.request());
  }

  private synchronized void keep(Call started) throws IOException {
    if (cancelled) {
      throw new IOException("Cancelled before it started");
    }
    call = started;
  }

  /// Ends the call, and every later one, at once. Does not block; may be called again.
  void cancel() {
    Call toCancel;
    synchronized (this) {
      cancelled = true;
      toCancel = call;
    }
    if (toCancel != null) {
      toCancel.cancel();
    }
  }
}
