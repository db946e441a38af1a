/// Declared state: tables of typed columns, indexed by row, that are hashed, stored, loaded and published by one
/// declaration.
///
/// The live tables are mutable and belong to the city thread. What others read is a {@link
/// city.world.kernel.state.TableView}.
@NullMarked
package city.world.kernel.state;

import org.jspecify.annotations.NullMarked;
