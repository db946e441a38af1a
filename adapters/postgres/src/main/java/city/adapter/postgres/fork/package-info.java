/// A second city out of the past of a first: which rows it gets, and how they come from one database into another.
@NullMarked
package city.adapter.postgres.fork;

import org.jspecify.annotations.NullMarked;
