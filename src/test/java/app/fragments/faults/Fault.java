package app.fragments.faults;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the faults in `src/test/resources/faults.txt` that a test proves harmless. On a class, it
/// applies to each of its tests. [FaultListTest] compares the list with these annotations.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface Fault {
  /// The numbers in the list; the original's own defects are 101 to 104.
  int[] value();
}
