package city.world.kernel.access;

import city.world.kernel.EventType;
import java.time.Instant;
import java.util.UUID;

/// One entry of the event log, as followers read it.
///
/// @param sequence         gapless, from 1
/// @param time             city time of its tick
/// @param type             such as `economy.money-transferred.v1`
/// @param topic            the first level of its topic
/// @param previousSequence of the public event before it under the same topic level; 0 for the first, and for events
/// that are not public
/// @param data             the event's own values as a JSON object
public record LoggedEvent(
        long sequence,
        UUID id,
        long tick,
        Instant time,
        String type,
        String topic,
        EventType.Audience audience,
        UUID subject,
        long previousSequence,
        String data) {}
