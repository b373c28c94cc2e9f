/// Where everything is kept: the ports of the journal, the jobs and the reports, over MongoDB's
/// driver.
///
/// [app.fragments.mongo.Stores] opens a [app.fragments.mongo.StoreLocation] and hands the stores
/// out. One `…Documents` class a collection knows both the type and its document; one place,
/// [app.fragments.mongo.DriverErrors], knows the driver's exceptions.
@NullMarked
package app.fragments.store.mongo;

import org.jspecify.annotations.NullMarked;
