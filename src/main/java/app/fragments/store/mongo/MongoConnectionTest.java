package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/// Tries a MongoDB out, for the Settings page's Test button. Nothing is written.
///
/// @param ok whether it can be used
/// @param sentence what came of it, for a person; never with a password
public record MongoConnectionTest(boolean ok, String sentence) {

  /// Connects, authenticates, reads and asks for the version; takes some seconds where nobody
  /// answers.
  public static MongoConnectionTest of(String uri) {
    String place = ConnectionUri.withoutSecret(uri);
    try {
      String version = DriverErrors.translating(() -> connect(ConnectionUri.parse(uri)));
      return new MongoConnectionTest(true, "Connected to MongoDB " + version + " at " + place);
    } catch (StoreUnavailableException e) {
      return new MongoConnectionTest(
          false,
          "Nobody answers at "
              + place
              + ". Check the address, the network, and whether TLS is needed.");
    } catch (StoreException e) {
      return new MongoConnectionTest(false, String.valueOf(e.getMessage()));
    }
  }

  private static String connect(ConnectionString uri) {
    try (MongoClient client = MongoClientFactory.remote(uri).create()) {
      MongoDatabase database = client.getDatabase(ConnectionUri.database(uri));
      // whether this user may read shows only when it is tried
      database.getCollection(EntryDocumentMapper.COLLECTION).find().limit(1).first();
      return MongoClientFactory.version(database);
    }
  }
}
