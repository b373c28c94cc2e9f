package app.fragments.generator.gemini;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// An HTTP call that another thread can cancel while it connects, waits or reads.
///
/// The SDK offers no way to do this: a `ResponseStream` cannot be closed while a thread reads from
/// it (both need the reader's lock), and a dispatcher forgets a call once its headers have arrived.
final class CancellableCall implements Interceptor {
  private @Nullable Call call;
  private boolean cancelled;

  @Override
  public Response intercept(Chain chain) throws IOException {
    synchronized (this) {
      if (cancelled) {
        throw new IOException("Cancelled before it started");
      }
      call = chain.call();
    }
    return chain.proceed(chain.request());
  }

  /// Cancels the call and every later one. Does not block. Idempotent.
  synchronized void cancel() {
    cancelled = true;
    if (call != null) {
      call.cancel();
    }
  }
}
