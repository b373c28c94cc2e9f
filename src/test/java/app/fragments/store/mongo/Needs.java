package app.fragments.store.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a contract test needs of a server that not every server of MongoDB's protocol has.
///
/// MongoDB has all of it, and so the test runs, unless `FRAGMENTS_TEST_MONGODB_LIMITED` says that
/// the server under test is one of those that may lack it; then it is tried, and a test that needs
/// what is not there is skipped and says so.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  ServerAbility[] value();
}
