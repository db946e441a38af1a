/// Servers that speak the wire formats of models' providers, and do what a test tells them to. They think nothing.
@NullMarked
package city.adapter.llm.stub;

import org.jspecify.annotations.NullMarked;
