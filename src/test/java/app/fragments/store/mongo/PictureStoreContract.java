package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryStore;
import app.fragments.journal.Picture;
import app.fragments.journal.PictureId;
import app.fragments.journal.PictureStore;
import app.fragments.store.StoreClock;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that every store of pictures must pass.
abstract class PictureStoreContract {
  private static final String USER = "ada";
  private static final Duration DAY = Duration.ofDays(1);

  private PictureStore pictures;
  private EntryStore entries;

  abstract TestStores store();

  @BeforeEach
  void open_the_store() {
    entries = store().stores().entries();
    pictures = entries.pictures();
  }

  /// A file that starts like a PNG.
  private static Picture picture(int bytes, int seed) throws Picture.RefusedException {
    byte[] file = new byte[bytes];
    new Random(seed).nextBytes(file);
    byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(start, 0, file, 0, start.length);
    return Picture.of("holiday", file);
  }

  private Entry write(String text) {
    LocalDate day = LocalDate.of(2026, 2, 6);
    return entries.save(
        Entry.write(
            USER, day, ZoneOffset.UTC, day.atStartOfDay().toInstant(ZoneOffset.UTC), "", text));
  }

  private int removeAfter(Duration time) {
    StoreClock later = () -> store().stores().clock().now().plus(time);
    return new MongoPictureStore(store().stores().database(), later).removeUnreferenced();
  }

  private boolean isStored(Picture picture) {
    return pictures.find(USER, picture.id()).isPresent();
  }

  @Test
  void a_picture_is_read_back_unchanged() throws Picture.RefusedException {
    for (int size : List.of(9, 255 * 1024, 255 * 1024 + 1, 3_000_000)) {
      Picture picture = picture(size, size);
      pictures.save(USER, picture);
      assertThat(pictures.find(USER, picture.id())).contains(picture.file());
    }
  }

  @Test
  void the_largest_picture_is_stored() throws Picture.RefusedException {
    Picture picture = picture(Picture.MAX_BYTES, 1);
    pictures.save(USER, picture);
    assertThat(Arrays.equals(pictures.find(USER, picture.id()).orElseThrow(), picture.file()))
        .isTrue();
  }

  @Test
  void any_client_of_gridfs_can_read_it() throws Picture.RefusedException {
    Picture picture = picture(600_000, 2);
    pictures.save(USER, picture);
    GridFSBucket bucket = GridFSBuckets.create(store().stores().database(), "pictures");
    List<GridFSFile> files = bucket.find().into(new ArrayList<>());

    assertThat(files).hasSize(1);
    assertThat(files.getFirst().getFilename()).isEqualTo(picture.id().value() + ".png");
    assertThat(files.getFirst().getLength()).isEqualTo(600_000);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    bucket.downloadToStream(new BsonString(USER + "/" + picture.id().value()), read);
    assertThat(read.toByteArray()).isEqualTo(picture.file());
  }

  @Test
  void the_same_picture_is_stored_once_for_each_user() throws Picture.RefusedException {
    Picture picture = picture(1_000, 3);
    pictures.save(USER, picture);
    pictures.save(USER, picture);
    assertThat(pictures.find("bob", picture.id())).isEmpty();
    pictures.save("bob", picture);
    assertThat(store().documents(MongoPictureStore.FILES).countDocuments()).isEqualTo(2);
    assertThat(store().documents(MongoPictureStore.CHUNKS).countDocuments()).isEqualTo(2);
  }

  @Test
  void two_processes_may_store_the_same_picture_at_once() throws Exception {
    Picture picture = picture(1_000_000, 4);
    PictureStore other = new MongoPictureStore(store().stores().database(), () -> now());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> saves =
          List.of(
              () -> {
                pictures.save(USER, picture);
                return null;
              },
              () -> {
                other.save(USER, picture);
                return null;
              });
      for (Future<Void> save : threads.invokeAll(saves)) {
        save.get();
      }
    }
    assertThat(pictures.find(USER, picture.id())).contains(picture.file());
    assertThat(store().documents(MongoPictureStore.CHUNKS).countDocuments()).isEqualTo(4);
  }

  private java.time.Instant now() {
    return store().stores().clock().now();
  }

  @Test
  void an_interrupted_upload_can_be_repeated() throws Picture.RefusedException {
    Picture picture = picture(600_000, 5);
    pictures.save(USER, picture);
    store().documents(MongoPictureStore.FILES).deleteMany(new Document());
    store().documents(MongoPictureStore.CHUNKS).deleteOne(new Document("n", 2));
    assertThat(pictures.find(USER, picture.id())).isEmpty();

    pictures.save(USER, picture);

    assertThat(pictures.find(USER, picture.id())).contains(picture.file());
  }

  @Test
  void an_unknown_picture_is_not_found() {
    assertThat(pictures.find(USER, PictureId.of(new byte[1]))).isEmpty();
  }

  @Test
  void a_picture_is_removed_thirty_days_after_its_last_reference() throws Exception {
    Picture used = picture(1_000, 6);
    Picture unused = picture(300_000, 7);
    pictures.save(USER, used);
    pictures.save(USER, unused);
    Entry entry = write("Look: " + used.id().markdown("sea"));

    assertThat(removeAfter(Duration.ofHours(23))).isZero();
    assertThat(removeAfter(DAY.multipliedBy(2))).isZero(); // unused from here on
    assertThat(removeAfter(DAY.multipliedBy(31))).isZero();
    assertThat(isStored(unused)).isTrue();
    assertThat(removeAfter(DAY.multipliedBy(33))).isEqualTo(1);
    assertThat(isStored(unused)).isFalse();
    assertThat(isStored(used)).isTrue();
    assertThat(store().documents(MongoPictureStore.CHUNKS).countDocuments()).isEqualTo(1);

    entries.trash(USER, List.of(entry.id()));
    assertThat(removeAfter(DAY.multipliedBy(99))).isZero();
    entries.purge(USER, List.of(entry.id()));
    assertThat(removeAfter(DAY.multipliedBy(101))).isZero();
    assertThat(removeAfter(DAY.multipliedBy(132))).isEqualTo(1);
    assertThat(store().documents(MongoPictureStore.CHUNKS).countDocuments()).isZero();
  }

  @Test
  void a_saved_state_is_a_reference() throws Exception {
    Picture picture = picture(1_000, 8);
    pictures.save(USER, picture);
    Entry first = write(picture.id().markdown(""));
    Entry second = entries.save(first.withText("", "no picture any more"));
    entries.history().record(first, second);
    store()
        .documents(MongoEntryHistory.COLLECTION)
        .insertOne(
            new Document("_id", "x/y")
                .append("user_id", USER)
                .append("entry_id", first.id().value())
                .append("text", first.text()));

    removeAfter(DAY.multipliedBy(2));
    assertThat(removeAfter(DAY.multipliedBy(40))).isZero();

    store().documents(MongoEntryHistory.COLLECTION).deleteMany(new Document());
    removeAfter(DAY.multipliedBy(42));
    assertThat(removeAfter(DAY.multipliedBy(80))).isEqualTo(1);
  }

  @Test
  void storing_a_picture_again_keeps_it_for_thirty_more_days() throws Exception {
    Picture picture = picture(1_000, 9);
    pictures.save(USER, picture);
    removeAfter(DAY.multipliedBy(2));
    pictures.save(USER, picture);

    assertThat(removeAfter(DAY.multipliedBy(40))).isZero();
    assertThat(isStored(picture)).isTrue();
  }

  @Test
  void chunks_of_an_interrupted_upload_are_removed() throws Exception {
    pictures.save(USER, picture(1_000, 10));
    Document leftover = new Document("_id", new ObjectId()).append("files_id", "ada/x");
    store().documents(MongoPictureStore.CHUNKS).insertOne(leftover.append("n", 0));

    removeAfter(Duration.ofHours(25));

    assertThat(store().documents(MongoPictureStore.CHUNKS).countDocuments()).isEqualTo(1);
  }
}
