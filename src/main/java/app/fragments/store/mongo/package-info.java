/// The stores of the journal, the jobs and the reports, over MongoDB's driver.
///
/// [app.fragments.store.mongo.MongoStores] opens a [app.fragments.store.mongo.StoreLocation] and
/// provides the stores. Only the `…DocumentMapper` of a collection knows both the type and its
/// document; only [app.fragments.store.mongo.DriverErrors] knows the driver's exceptions.
@NullMarked
package app.fragments.store.mongo;

import org.jspecify.annotations.NullMarked;
