/// How the money is spread and who has most: what readers work out of a snapshot, on threads of their own.
@NullMarked
package city.economy.domain.measure;

import org.jspecify.annotations.NullMarked;
