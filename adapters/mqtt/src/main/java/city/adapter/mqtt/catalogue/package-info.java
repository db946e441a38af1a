/// The topics of the platform and what is written on them: one list, from which the publisher, the AsyncAPI
/// document, the documentation and the tests are made.
@NullMarked
package city.adapter.mqtt.catalogue;

import org.jspecify.annotations.NullMarked;
