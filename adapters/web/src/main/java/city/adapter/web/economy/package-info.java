/// Accounts, transfers, firms and jobs over HTTP.
@NullMarked
package city.adapter.web.economy;

import org.jspecify.annotations.NullMarked;
