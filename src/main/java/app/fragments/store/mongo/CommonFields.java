package app.fragments.store.mongo;

/// Names of fields in the documents of several collections.
final class CommonFields {
  static final String ID = "_id";
  static final String SCHEMA = "schema";
  static final String USER_ID = "user_id";
  static final String CREATED_AT = "created_at";
  static final String UPDATED_AT = "updated_at";
  static final String DELETED_AT = "deleted_at";

  /// The version of the documents that this program writes.
  static final int SCHEMA_VERSION = 1;

  private CommonFields() {}
}
