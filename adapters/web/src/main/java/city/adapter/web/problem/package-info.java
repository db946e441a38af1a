/// The problems that the API answers with, after RFC 9457.
@NullMarked
package city.adapter.web.problem;

import org.jspecify.annotations.NullMarked;
