/// The catalogue against the events, the codec and the documents.
@NullMarked
package city.adapter.mqtt.catalogue;

import org.jspecify.annotations.NullMarked;
