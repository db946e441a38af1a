/// The economy's rules, told as sentences about a small city.
@NullMarked
package city.economy.application;

import org.jspecify.annotations.NullMarked;
