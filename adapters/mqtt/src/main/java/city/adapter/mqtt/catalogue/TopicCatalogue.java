package city.adapter.mqtt.catalogue;

import static city.adapter.mqtt.catalogue.PayloadSchema.atLeast;
import static city.adapter.mqtt.catalogue.PayloadSchema.described;
import static city.adapter.mqtt.catalogue.PayloadSchema.of;
import static city.adapter.mqtt.catalogue.PayloadSchema.ordered;

import city.adapter.mqtt.catalogue.Topic.Audience;
import city.adapter.mqtt.link.Qos;
import city.agents.AgentsEvent;
import city.economy.EconomyEvent;
import city.social.SocialEvent;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.WorldEvent;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every topic on which the platform publishes, and the one that it hears. What is not here is not told. Immutable.
public final class TopicCatalogue {
    public static final Topic TICK = platform(
            "Tick",
            "world/tick",
            "The city's clock: one message for each tick, fewer when the city runs faster than 20 ticks a second.",
            Qos.AT_MOST_ONCE,
            false,
            fields(
                    "tick", atLeast(0, ""),
                    "time", described(of(Instant.class), "city time"),
                    "time_of_day", of(TimeOfDay.class),
                    "active_agents", atLeast(0, "")));
    public static final Topic WEATHER = new Topic(
            "Weather",
            "world/weather",
            "The weather, when it changes; and as it is, without an event's fields, when the platform connects.",
            Audience.PUBLIC,
            Qos.AT_LEAST_ONCE,
            true,
            List.of(WorldEvent.WeatherChanged.class),
            weather());
    public static final Topic STATUS = platform(
            "Status",
            "platform/status",
            "Whether the platform is there; the broker says `offline` when it is gone without a word.",
            Qos.AT_LEAST_ONCE,
            true,
            fields("status", ordered("type", "string", "enum", List.of("online", "offline"))));
    public static final Topic INFO = platform(
            "Info",
            "platform/info",
            "Which city this is, how fast it runs, and where else it can be asked; told when the platform connects.",
            Qos.AT_LEAST_ONCE,
            true,
            fields(
                    "name", of(String.class),
                    "version", of(String.class),
                    "generation", atLeast(1, ""),
                    "epoch", described(of(Instant.class), "city time of tick 0"),
                    "minutes_per_tick", atLeast(1, "city time"),
                    "ticks_per_second", described(of(double.class), "against the wall; 0 for as fast as possible"),
                    "links", linksSchema()));
    public static final Topic HEAD = platform(
            "Head",
            "platform/head",
            "How far the city is; at most once a second.",
            Qos.AT_LEAST_ONCE,
            true,
            fields(
                    "generation",
                            atLeast(
                                    1,
                                    "raised when the city is restored from a backup: ticks and sequences then"
                                            + " go backwards"),
                    "tick", atLeast(0, "")));

    public static final Topic OBSERVATION = mind(
            "AgentObservation",
            "agents/{agent_id}/observation",
            "What the program that speaks for a resident has to decide, when it is asked.",
            Audience.PRIVATE,
            MindSchemas.question());
    public static final Topic INTENT = mind(
            "AgentIntent",
            "agents/{agent_id}/intent",
            "What such a program decides; the platform hears it.",
            Audience.HEARD,
            MindSchemas.intent());
    public static final Topic OUTCOME = mind(
            "AgentOutcome",
            "agents/{agent_id}/outcome",
            "What came of it, unless it names a response topic, which then gets it.",
            Audience.PRIVATE,
            MindSchemas.outcome());

    private static final List<Topic> ALL = List.of(
            TICK,
            WEATHER,
            events(
                    "WorldEvent",
                    "world/events/{event_type}",
                    "What happens to places, and what goes on there.",
                    WorldEvent.LocationClosed.class,
                    WorldEvent.LocationReopened.class,
                    WorldEvent.EventStarted.class,
                    WorldEvent.EventEnded.class),
            events("AgentSpawned", "agents/{agent_id}/spawn", "A resident arrives.", AgentsEvent.Spawned.class),
            events("AgentDeparted", "agents/{agent_id}/depart", "A resident leaves.", AgentsEvent.Departed.class),
            events(
                    "AgentGoal",
                    "agents/{agent_id}/goal",
                    "A resident gets what it pursued.",
                    AgentsEvent.GoalReached.class),
            events(
                    "AgentHealth",
                    "agents/{agent_id}/health",
                    "A resident falls ill, or is well again.",
                    AgentsEvent.FellIll.class,
                    AgentsEvent.Recovered.class),
            OBSERVATION,
            INTENT,
            OUTCOME,
            telemetry("AgentMoved", "agents/{agent_id}/move", "A resident gets somewhere.", WorldEvent.Moved.class),
            telemetry(
                    "AgentActed",
                    "agents/{agent_id}/action",
                    "A resident does something, or is refused it.",
                    AgentsEvent.Acted.class),
            telemetry(
                    "DistrictMoves",
                    "agents/moves/{district}",
                    "In large cities instead of single moves: all of a district in one tick.",
                    WorldEvent.DistrictMoves.class),
            telemetry(
                    "DistrictActions",
                    "agents/actions/{district}",
                    "In large cities instead of single actions: all of a district in one tick.",
                    AgentsEvent.DistrictActions.class),
            events(
                    "Transaction",
                    "economy/transaction",
                    "Money goes from one account to another.",
                    EconomyEvent.MoneyTransferred.class),
            events(
                    "Interaction",
                    "social/interaction/{interaction}",
                    "A conversation begins, something is said in it, it ends.",
                    SocialEvent.InteractionStarted.class,
                    SocialEvent.MessageSaid.class,
                    SocialEvent.InteractionEnded.class),
            events(
                    "Party",
                    "social/party/{party}",
                    "A resident plans a party, the word of it goes round, people come.",
                    AgentsEvent.PartyPlanned.class,
                    AgentsEvent.PartyTold.class,
                    AgentsEvent.PartyJoined.class),
            events(
                    "Relationship",
                    "social/relationship/{relationship}",
                    "What one resident holds of another has become something else, or noticeably more or less.",
                    SocialEvent.RelationshipChanged.class),
            STATUS,
            INFO,
            HEAD);

    private static final Map<String, Topic> BY_EVENT_TYPE = ALL.stream()
            .flatMap(topic -> topic.events().stream().map(event -> Map.entry(typeOf(event), topic)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private TopicCatalogue() {}

    public static List<Topic> all() {
        return ALL;
    }

    /// Where events of a type are told; empty for those that stay inside.
    ///
    /// @param type such as `economy.money-transferred.v1`
    public static Optional<Topic> find(String type) {
        return Optional.ofNullable(BY_EVENT_TYPE.get(type));
    }

    private static String typeOf(Class<? extends Event> event) {
        return Optional.ofNullable(event.getAnnotation(EventType.class))
                .orElseThrow()
                .value();
    }

    @SafeVarargs
    private static Topic events(String name, String pattern, String what, Class<? extends Event>... events) {
        return new Topic(
                name, pattern, what, Audience.PUBLIC, Qos.AT_LEAST_ONCE, false, List.of(events), schema(events));
    }

    private static Topic telemetry(String name, String pattern, String what, Class<? extends Event> event) {
        return new Topic(
                name,
                pattern,
                what,
                Audience.TELEMETRY,
                Qos.AT_MOST_ONCE,
                false,
                List.of(event),
                PayloadSchema.ofEvent(event));
    }

    private static Topic mind(
            String name, String pattern, String what, Audience audience, Map<String, Object> payload) {
        return new Topic(name, pattern, what, audience, Qos.AT_LEAST_ONCE, false, List.of(), payload);
    }

    private static Topic platform(
            String name,
            String pattern,
            String what,
            Qos qos,
            boolean retained,
            Map<String, Map<String, Object>> fields) {
        var schema = PayloadSchema.ofMessage(withHead(fields));
        return new Topic(name, pattern, what, Audience.PLATFORM, qos, retained, List.of(), schema);
    }

    @SafeVarargs
    private static Map<String, Object> schema(Class<? extends Event>... events) {
        var each = Stream.of(events).map(PayloadSchema::ofEvent).toList();
        return each.size() == 1 ? each.getFirst() : Map.of("oneOf", each);
    }

    private static Map<String, Object> weather() {
        var state = PayloadSchema.ofMessage(withHead(fields(
                "to", of(Weather.class),
                "since", described(of(Instant.class), "city time"),
                "tick", atLeast(0, ""),
                "time", described(of(Instant.class), "city time"))));
        return Map.of("oneOf", List.of(PayloadSchema.ofEvent(WorldEvent.WeatherChanged.class), state));
    }

    private static Map<String, Object> linksSchema() {
        var schema = ordered("type", "object", "additionalProperties", Map.of("type", "string"));
        return described(schema, "by name, such as `api` and `asyncapi`; empty when no HTTP is served");
    }

    private static Map<String, Map<String, Object>> withHead(Map<String, Map<String, Object>> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("head_seq", atLeast(0, "of the last event of the log when this was written"));
        return all;
    }

    /// @param pairs names and schemas in turns
    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> fields(Object... pairs) {
        var fields = new LinkedHashMap<String, Map<String, Object>>();
        ordered(pairs).forEach((name, schema) -> fields.put(name, (Map<String, Object>) schema));
        return fields;
    }
}
