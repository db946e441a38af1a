/// Benchmarks of what is small, by JMH: each class is forked into a JVM of its own, and its figures go into the same
/// table as all others.
@NullMarked
package city.app.bench.micro;

import org.jspecify.annotations.NullMarked;
