package city.adapter.mqtt.relay;

import city.adapter.mqtt.catalogue.CloudEvents;
import city.adapter.mqtt.catalogue.Topic;
import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.adapter.mqtt.link.Message;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.LoggedEvent;
import java.util.Optional;

/// Makes messages of events.
///
/// @param prefix stands before every topic, empty or ending in `/`
/// @param source of CloudEvents, which names the city
record EventMessages(String prefix, String source, int generation) {
    /// Empty for an event that is not told outside.
    ///
    /// @param retainAfter events up to this sequence are not retained, because something newer is
    Optional<Message> of(LoggedEvent event, long retainAfter) {
        return TopicCatalogue.find(event.type()).map(topic -> message(topic, event, retainAfter));
    }

    private Message message(Topic topic, LoggedEvent event, long retainAfter) {
        return Message.json(
                prefix + topic.nameFor(event.type(), event.subject()),
                payload(event),
                topic.qos(),
                topic.retained() && event.sequence() > retainAfter,
                CloudEvents.attributes(event, source));
    }

    /// The event's own object with what the log knows of it in front. No event has a field of these names.
    private String payload(LoggedEvent event) {
        var own = event.data().strip().substring(1).stripLeading();
        var text = new StringBuilder(own.length() + 320)
                .append("{\"id\":\"")
                .append(event.id())
                .append("\",\"generation\":")
                .append(generation)
                .append(",\"seq\":")
                .append(event.sequence());
        if (event.audience() == Audience.PUBLIC) {
            text.append(",\"prev_seq\":").append(event.previousSequence());
        }
        return text.append(",\"tick\":")
                .append(event.tick())
                .append(",\"time\":\"")
                .append(event.time())
                .append("\",\"type\":\"")
                .append(event.type())
                .append("\",\"subject\":\"")
                .append(event.subject())
                .append(own.startsWith("}") ? "\"" : "\",")
                .append(own)
                .toString();
    }
}
