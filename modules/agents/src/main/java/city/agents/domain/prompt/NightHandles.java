package city.agents.domain.prompt;

import city.agents.Opinion.Subject;
import java.util.Optional;

/// By what names a model knows what it was told of a resident's days.
///
/// @param named    people, places and goods
/// @param memories how many memories it was told, `m1` the first
public record NightHandles(Handles named, int memories) {
    static final char MEMORY = 'm';

    /// The memory's place among those of the scene.
    public Optional<Integer> findMemory(String handle) {
        boolean isOne = handle.matches(MEMORY + "[1-9][0-9]{0,2}");
        int number = isOne ? Integer.parseInt(handle.substring(1)) : 0;
        return number >= 1 && number <= memories ? Optional.of(number - 1) : Optional.empty();
    }

    /// Whom or what an opinion is about.
    public Optional<Subject> findSubject(String handle) {
        return named.findPerson(handle)
                .<Subject>map(Subject.Person::new)
                .or(() -> named.findPlace(handle).map(Subject.Place::new))
                .or(() -> named.findGood(handle).map(Subject.Good::new));
    }
}
