/// The columns that stand beside the exact state for people and tools, written in the same commit and never loaded.
@NullMarked
package city.adapter.postgres.columns;

import org.jspecify.annotations.NullMarked;
