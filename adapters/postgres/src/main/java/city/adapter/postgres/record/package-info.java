/// The commit path: one transaction writes head, journal, events, answers, every changed row and the read columns.
@NullMarked
package city.adapter.postgres.record;

import org.jspecify.annotations.NullMarked;
