package app.fragments.faults;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which faults of the list in `src/test/resources/faults.txt` a test proves harmless; on a
/// class, that each of its tests does. [FaultListTest] holds the list against these.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface Fault {
  /// The numbers in the list; the original's own defects are 101 to 104.
  int[] value();
}
