/// Talk and ties: who speaks with whom, what becomes of it between them, and what they pass on.
///
/// A conversation is two to six residents at one location who take turns. How it went moves the ties of those who took
/// part, both ways. A tie is directed, grows by contact and fades without it; fading is computed when it is read, so
/// time alone writes nothing. What a resident has heard, with from whom, is kept as a handful of items.
///
/// {@link city.social.Social} is what other modules call, {@link city.social.SocialCommand} what can be asked from
/// outside, {@link city.social.SocialEvent} what happened, {@link city.social.SocialReads} how readers see it. What
/// words mean is not known here: whoever speaks composes them, and a hearer takes them as data.
@NullMarked
package city.social;

import org.jspecify.annotations.NullMarked;
