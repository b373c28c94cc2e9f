package app.fragments.store.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An ability that a contract test needs and not every server of MongoDB's protocol has.
///
/// MongoDB has all of them, so the test runs, unless `FRAGMENTS_TEST_MONGODB_LIMITED` is set: then
/// the ability is tested first, and without it the test is skipped with a message.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresAbility {
  ServerAbility[] value();
}
