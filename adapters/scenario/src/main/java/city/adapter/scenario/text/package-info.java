/// Reads YAML as nodes that know their line, so that every fault of a file can be told with its place.
@NullMarked
package city.adapter.scenario.text;

import org.jspecify.annotations.NullMarked;
