package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/// The result of testing a MongoDB server from the Settings page, as a sentence without a password.
public record MongoConnectionTest(boolean ok, String sentence) {

  /// Connects, authenticates, reads and gets the version. Writes nothing; takes seconds if no
  /// server responds.
  public static MongoConnectionTest of(String uri) {
    String place = ConnectionUri.withoutSecret(uri);
    try {
      String version = DriverErrors.translating(() -> connect(ConnectionUri.parse(uri)));
      return new MongoConnectionTest(true, "Connected to MongoDB " + version + " at " + place);
    } catch (StoreUnavailableException e) {
      String advice = ". Check the address, the network, and whether TLS is needed.";
      return new MongoConnectionTest(false, "Nobody answers at " + place + advice);
    } catch (StoreException e) {
      return new MongoConnectionTest(false, String.valueOf(e.getMessage()));
    }
  }

  private static String connect(ConnectionString uri) {
    try (MongoClient client = MongoClientFactory.remote(uri).create()) {
      MongoDatabase database = client.getDatabase(ConnectionUri.database(uri));
      // the only way to see whether this user may read
      database.getCollection(EntryDocumentMapper.COLLECTION).find().limit(1).first();
      return MongoClientFactory.version(database);
    }
  }
}
