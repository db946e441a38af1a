package city.agents.domain.prompt;

import city.agents.Opinion;
import city.agents.Opinion.Subject;
import city.world.LocationId;
import java.util.Optional;

/// Opinions as lines of a prompt, about whom and what it names.
final class Views {
    /// Of an opinion's words.
    private static final int WORDS = 40;

    private static final int GOOD = 24;

    private final Handles handles;
    private final Optional<LocationId> here;

    /// @param here where the resident is, which has no handle
    Views(Handles handles, Optional<LocationId> here) {
        this.handles = handles;
        this.here = here;
    }

    /// As `p1: you are strongly for, "She keeps her word."`; empty for what the prompt does not name.
    Optional<String> line(Opinion opinion) {
        return name(opinion.subject())
                .map(it -> it + ": you are " + stance(opinion.stance()) + ", " + Quoted.of(opinion.words(), WORDS));
    }

    private Optional<String> name(Subject subject) {
        return switch (subject) {
            case Subject.Person(var id) -> handles.handleOf(id);
            case Subject.Place(var id) ->
                here.filter(id::equals).isPresent() ? Optional.of("this place") : handles.handleOf(id);
            case Subject.Good(var name) ->
                handles.goods().containsValue(name) ? Optional.of(Quoted.of(name, GOOD)) : Optional.empty();
        };
    }

    private static String stance(int stance) {
        return switch (stance) {
            case -2 -> "strongly against";
            case -1 -> "rather against";
            case 1 -> "rather for";
            case 2 -> "strongly for";
            default -> "in two minds";
        };
    }
}
