/// What the API's description says again and again: the problems that a call may end in, and the ids of its examples.
@NullMarked
package city.adapter.web.docs;

import org.jspecify.annotations.NullMarked;
