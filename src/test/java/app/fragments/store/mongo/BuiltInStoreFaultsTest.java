package app.fragments.store.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;

class BuiltInStoreFaultsTest extends StoreFaultsContract {
  @RegisterExtension static final TestStores STORES = TestStores.builtIn();

  @Override
  TestStores store() {
    return STORES;
  }
}
