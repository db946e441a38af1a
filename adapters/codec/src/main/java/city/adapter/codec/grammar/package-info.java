/// How a language model writes down what a resident is to do.
@NullMarked
package city.adapter.codec.grammar;

import org.jspecify.annotations.NullMarked;
