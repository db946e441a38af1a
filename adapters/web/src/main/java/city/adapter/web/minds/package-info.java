/// Who decides for a resident, and why it decided as it did.
@NullMarked
package city.adapter.web.minds;

import org.jspecify.annotations.NullMarked;
