package app.fragments.store.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An ability that a contract test needs and that some servers of MongoDB's protocol lack.
///
/// If `FRAGMENTS_TEST_MONGODB_LIMITED` is set, the ability is checked first, and the test is
/// skipped with a message if it is missing. Otherwise the test always runs, because MongoDB has all
/// abilities.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresAbility {
  ServerAbility[] value();
}
