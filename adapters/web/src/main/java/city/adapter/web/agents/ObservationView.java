package city.adapter.web.agents;

import city.adapter.web.traffic.Tagged;
import city.agents.AgentsReads;
import city.agents.AgentsReads.Observation;
import city.world.LocationId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Observation", description = "What a resident would see if it looked around now")
record ObservationView(
        @Schema(description = "The resident's id") UUID id,
        @Schema(description = "City time") Instant time,
        @Schema(example = "morning") String timeOfDay,
        @Schema(example = "clear") String weather,

        @Schema(description = "Where it is; null on the way") @Nullable
        UUID locationId,

        @Schema(description = "The place's name") String place,
        @Schema(description = "What the place is for") String kind,
        @Schema(description = "Whether the place is open") boolean open,
        @Schema(description = "How many are there") int crowd,

        @Schema(description = "At most eight of them") List<Person> people,

        @Schema(description = "What is for sale there") List<Offer> offers,

        @Schema(description = "Its money", example = "1000.00")
        String balance,

        AgentView.Needs needs,

        @Schema(description = "The talk that it is in, or asked into; null for none") @Nullable
        Conversation talk,

        @Schema(description = "Parties ahead of which it knows, at most sixteen; to tell of one, name it in `topic`")
        List<KnownParty> parties)
        implements Tagged {

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "KnownParty", description = "A party ahead, as one who knows of it sees it")
    record KnownParty(
            UUID id,
            String name,

            @Schema(description = "The name of who gives it")
            String host,

            UUID locationId,
            String place,

            @Schema(description = "City time") Instant begins,

            @Schema(description = "City time") Instant ends,

            @Schema(description = "The topic of an utterance that tells of it")
            String topic) {
        static KnownParty of(AgentsReads.KnownParty it) {
            return new KnownParty(
                    it.id().value(),
                    it.name(),
                    it.host(),
                    it.location().value(),
                    it.place(),
                    it.begins(),
                    it.ends(),
                    it.id().topic());
        }
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Person", description = "Somebody who is there")
    record Person(UUID id, String name, String activity) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Offer", description = "Something for sale")
    record Offer(String good, @Schema(example = "2.50") String price, int stock) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Conversation", description = "A talk as one who is in it sees it")
    record Conversation(
            UUID id,

            @Schema(description = "Whether the resident is asked and has not answered")
            boolean invited,

            @Schema(description = "Whether it is its turn to speak")
            boolean onTurn,

            List<Person> members,

            @Schema(description = "Who spoke last; null before anybody did") @Nullable
            String speaker,

            @Schema(description = "What was said last; of an invitation, the words that go with it")
            String words,

            @Schema(description = "What it is about, as the speaker says")
            String topic) {}

    private static Conversation conversation(AgentsReads.Conversation talk) {
        return new Conversation(
                talk.id().value(),
                talk.invited(),
                talk.onTurn(),
                talk.members().stream()
                        .map(one -> new Person(one.id().value(), one.name(), one.activity()))
                        .toList(),
                talk.speaker().orElse(null),
                talk.words(),
                talk.topic());
    }

    static ObservationView of(UUID id, Observation it) {
        return new ObservationView(
                id,
                it.time(),
                it.timeOfDay(),
                it.weather(),
                it.location().map(LocationId::value).orElse(null),
                it.place(),
                it.kind(),
                it.open(),
                it.crowd(),
                it.people().stream()
                        .map(one -> new Person(one.id().value(), one.name(), one.activity()))
                        .toList(),
                it.offers().stream()
                        .map(one -> new Offer(one.good(), one.price(), one.stock()))
                        .toList(),
                it.balance(),
                AgentViews.needs(it.needs()),
                it.talk().map(ObservationView::conversation).orElse(null),
                it.parties().stream().map(KnownParty::of).toList());
    }
}
