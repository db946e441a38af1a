package city.agents.domain.prompt;

import city.agents.AgentsReads.Conversation;
import city.agents.AgentsReads.KnownParty;
import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Tells whether two observations are the same, such as that to which a reply was given and that of a replay or a
/// fork. It goes over all that the resident sees, city time among it and wall time not, and over nothing that is
/// remembered, because only the former follows from the record.
public final class ObservationHash {
    private ObservationHash() {}

    /// SHA-256 in hex.
    public static String of(Observation seen) {
        var digest = new Digest();
        moment(digest, seen.time());
        digest.text(seen.timeOfDay()).text(seen.weather());
        id(digest, seen.location().map(it -> it.value()));
        digest.text(seen.place()).text(seen.kind()).flag(seen.open()).number(seen.crowd());
        digest.number(seen.people().size());
        seen.people().forEach(it -> person(digest, it));
        digest.number(seen.offers().size());
        seen.offers().forEach(it -> digest.text(it.good()).text(it.price()).number(it.stock()));
        digest.text(seen.balance())
                .number(seen.needs().food())
                .number(seen.needs().energy())
                .number(seen.needs().company())
                .flag(seen.talk().isPresent());
        seen.talk().ifPresent(it -> talk(digest, it));
        seen.parties().forEach(it -> party(digest, it));
        return digest.hex();
    }

    /// Of who knows of none the hash is what it was before there were parties.
    private static void party(Digest digest, KnownParty party) {
        id(digest, Optional.of(party.id().value()));
        digest.text(party.name()).text(party.host());
        id(digest, Optional.of(party.location().value()));
        digest.text(party.place());
        moment(digest, party.begins());
        moment(digest, party.ends());
    }

    private static void moment(Digest digest, Instant moment) {
        digest.number(moment.getEpochSecond()).number(moment.getNano());
    }

    private static void talk(Digest digest, Conversation talk) {
        id(digest, Optional.of(talk.id().value()));
        digest.flag(talk.invited()).flag(talk.onTurn()).number(talk.members().size());
        talk.members().forEach(it -> person(digest, it));
        digest.flag(talk.speaker().isPresent()).text(talk.speaker().orElse(""));
        digest.text(talk.words()).text(talk.topic());
    }

    private static void person(Digest digest, Person person) {
        id(digest, Optional.of(person.id().value()));
        digest.text(person.name()).text(person.activity());
    }

    private static void id(Digest digest, Optional<UUID> id) {
        digest.flag(id.isPresent());
        id.ifPresent(it -> digest.number(it.getMostSignificantBits()).number(it.getLeastSignificantBits()));
    }
}
