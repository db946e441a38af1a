/// What can be done in the economy, as verbs over its books, and the assembler that puts them together.
@NullMarked
package city.economy.application;

import org.jspecify.annotations.NullMarked;
