package app.fragments.store.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(named = TestStores.URI_VARIABLE, matches = ".+")
class RemotePictureStoreTest extends PictureStoreContract {
  @RegisterExtension static final TestStores STORES = TestStores.remote();

  @Override
  TestStores store() {
    return STORES;
  }
}
