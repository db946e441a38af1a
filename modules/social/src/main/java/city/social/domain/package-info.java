/// The rules of ties and the state of talk: pure, on the city thread.
@NullMarked
package city.social.domain;

import org.jspecify.annotations.NullMarked;
