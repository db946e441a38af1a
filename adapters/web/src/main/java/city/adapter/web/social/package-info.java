/// Talk and ties over HTTP.
@NullMarked
package city.adapter.web.social;

import org.jspecify.annotations.NullMarked;
