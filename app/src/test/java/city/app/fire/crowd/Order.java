package city.app.fire.crowd;

import city.app.fire.process.Caller.Said;
import java.util.Optional;

/// A transfer that somebody ordered.
///
/// @param tries  how often it was sent until it was answered
/// @param answer empty when the client never heard of it
public record Order(String key, String body, int tries, Optional<Said> answer) {}
