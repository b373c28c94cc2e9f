/// Where everything is put together: the one place that makes adapters and hands them out.
@NullMarked
package app.fragments.app;

import org.jspecify.annotations.NullMarked;
