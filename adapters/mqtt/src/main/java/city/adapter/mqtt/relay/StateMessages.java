package city.adapter.mqtt.relay;

import city.adapter.mqtt.catalogue.CloudEvents;
import city.adapter.mqtt.catalogue.JsonWriter;
import city.adapter.mqtt.catalogue.Topic;
import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.adapter.mqtt.link.Message;
import city.agents.AgentsReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.kernel.state.Snapshot;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Makes the messages that are no events, from what the city is now. Thread-safe.
///
/// @param prefix  stands before every topic, empty or ending in `/`
/// @param version of the platform
/// @param links   by name
public record StateMessages(
        Kernel kernel, WorldReads world, AgentsReads agents, String prefix, String version, Map<String, String> links) {

    /// Of CloudEvents: this city in this generation.
    String source() {
        return CloudEvents.source(kernel.genesis().name(), kernel.generation());
    }

    /// The birth; the last will is written when a connection is made, so its `head_seq` is what the city
    /// had reached then.
    public Message status(boolean online) {
        return message(TopicCatalogue.STATUS, kernel.snapshot().sequence(), "status", online ? "online" : "offline");
    }

    Message tick(Snapshot snapshot) {
        var now = world.now(snapshot);
        return message(
                TopicCatalogue.TICK,
                snapshot.sequence(),
                "tick",
                snapshot.tick(),
                "time",
                now.time(),
                "time_of_day",
                lowerCase(now.timeOfDay()),
                "active_agents",
                agents.census(snapshot).active());
    }

    Message weather(Snapshot snapshot) {
        var now = world.now(snapshot);
        return message(
                TopicCatalogue.WEATHER,
                snapshot.sequence(),
                "to",
                lowerCase(now.weather()),
                "since",
                now.weatherSince(),
                "tick",
                snapshot.tick(),
                "time",
                now.time());
    }

    Message head(Snapshot snapshot) {
        return message(
                TopicCatalogue.HEAD, snapshot.sequence(), "generation", kernel.generation(), "tick", snapshot.tick());
    }

    Message info(Snapshot snapshot) {
        var genesis = kernel.genesis();
        var speed = kernel.pace().ticksPerSecond();
        return message(
                TopicCatalogue.INFO,
                snapshot.sequence(),
                "name",
                genesis.name(),
                "version",
                version,
                "generation",
                kernel.generation(),
                "epoch",
                genesis.epoch(),
                "minutes_per_tick",
                genesis.clock().stepMinutes(),
                "ticks_per_second",
                Double.isInfinite(speed) ? 0.0 : speed,
                "links",
                links);
    }

    /// @param pairs names and values in turns
    private Message message(Topic topic, long headSequence, Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        fields.put("head_seq", headSequence);
        return Message.json(
                prefix + topic.pattern(), JsonWriter.write(fields), topic.qos(), topic.retained(), Map.of());
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
