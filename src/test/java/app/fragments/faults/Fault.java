package app.fragments.faults;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The faults from `src/test/resources/faults.txt` that a test proves harmless. On a class, it
/// applies to all its tests. [FaultListTest] checks that every fault has a test.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface Fault {
  /// The numbers in the list; 101 to 104 are the original program's own bugs.
  int[] value();
}
