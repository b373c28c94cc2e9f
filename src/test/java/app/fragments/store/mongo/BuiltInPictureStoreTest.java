package app.fragments.store.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;

class BuiltInPictureStoreTest extends PictureStoreContract {
  @RegisterExtension static final TestStores STORES = TestStores.builtIn();

  @Override
  TestStores store() {
    return STORES;
  }
}
