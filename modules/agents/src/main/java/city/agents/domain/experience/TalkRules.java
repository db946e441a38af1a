package city.agents.domain.experience;

import city.agents.domain.talk.Topic;
import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.social.Social.Outcome;
import city.social.SocialEvent;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.MessageSaid;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A conversation is remembered when it is over, once by each who took part.
final class TalkRules {
    private static final int CHAT = 80;
    private static final int QUARREL = 250;

    /// Of what was said last; a memory is what one made of a talk, not its record.
    private static final int MOST_WORDS = 240;

    private final OpenTalks talks;

    TalkRules(OpenTalks talks) {
        this.talks = talks;
    }

    void note(SocialEvent event, long sequence, Scene scene, Diary diary) {
        switch (event) {
            case SocialEvent.InteractionStarted it -> talks.begin(it.interaction());
            case MessageSaid it -> talks.hear(sequence, it);
            case InteractionEnded it -> ended(it, scene, diary);
            case SocialEvent.RelationshipChanged it -> LifeRules.note(it, scene, diary);
            case SocialEvent.Invited _, SocialEvent.Declined _, SocialEvent.Joined _, SocialEvent.Left _ -> {}
        }
    }

    private void ended(InteractionEnded talk, Scene scene, Diary diary) {
        var said = talks.end(talk.interaction());
        if (said.isEmpty()) {
            return;
        }
        var place = said.getFirst().location();
        for (var member : talk.members()) {
            var others =
                    talk.members().stream().filter(it -> !it.equals(member)).toList();
            int tie =
                    others.stream().mapToInt(it -> scene.tie(member, it)).max().orElse(0);
            int base = talk.outcome() == Outcome.CROSS ? QUARREL : CHAT;
            diary.note(
                    member,
                    Kind.CONVERSATION,
                    new Stakes(base, Role.LISTENER, tie, false, scene.isOwn(member, place)),
                    words(talk, member, others, said, scene));
        }
    }

    private static String words(
            InteractionEnded talk, ResidentId member, List<ResidentId> others, List<MessageSaid> said, Scene scene) {
        var verb = talk.outcome() == Outcome.CROSS ? "Quarrelled" : "Talked";
        var names = others.stream().map(scene::somebody).collect(Collectors.joining(" and "));
        var topic = said.reversed().stream()
                .flatMap(it -> Topic.nounOf(it.topic()).stream())
                .findFirst()
                .map(" about %s"::formatted)
                .orElse("");
        var place = scene.place(said.getFirst().location());
        var heard = lastOfOthers(said, member)
                .map(it -> " %s said: \"%s\"".formatted(scene.somebody(it.speaker()), cut(it.words())))
                .orElseGet(() -> " I said: \"%s\"".formatted(cut(said.getLast().words())));
        return "%s with %s%s at %s.%s".formatted(verb, names, topic, place, heard);
    }

    /// What somebody else said last that was no mere farewell, else what somebody else said last.
    private static Optional<MessageSaid> lastOfOthers(List<MessageSaid> said, ResidentId member) {
        var others = said.reversed().stream()
                .filter(it -> !it.speaker().equals(member))
                .toList();
        return others.stream()
                .filter(it -> Topic.nounOf(it.topic()).isPresent())
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private static String cut(String words) {
        if (words.length() <= MOST_WORDS) {
            return words;
        }
        int end = MOST_WORDS - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
