/// What is read one by one and as lists, by Micronaut Data JDBC: the past, which no snapshot holds.
@NullMarked
package city.adapter.postgres.history;

import org.jspecify.annotations.NullMarked;
