/// The API's description: written by the compiler from the controllers, put in order here, and shown by Swagger UI.
@NullMarked
package city.adapter.web.description;

import org.jspecify.annotations.NullMarked;
