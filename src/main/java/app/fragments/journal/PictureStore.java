package app.fragments.journal;

import java.time.Duration;
import java.util.Optional;

/// Port to the pictures that entries refer to; see [PictureId].
public interface PictureStore {
  /// How long a picture is kept after the last reference to it.
  Duration RETENTION = Duration.ofDays(30);

  /// Stores a picture, unless the user has it already. It is on disk when this returns. Idempotent.
  void save(String userId, Picture picture);

  /// The file of a picture; empty if there is none.
  Optional<byte[]> find(String userId, PictureId id);

  /// Removes the pictures of all users to which no entry, trashed entry or saved state has referred
  /// for [#RETENTION]. Looks for references at most once a day, whichever process asks.
  ///
  /// @return how many were removed
  int removeUnreferenced();
}
