package city.agents.domain.prompt;

import city.agents.PartyId;
import city.economy.JobId;
import city.social.InteractionId;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// By what names a model knows what it was told of: `p1`, `l1`, `j1` and `y1` are the first of people, places, jobs and
/// parties, goods go by their names. What was left out of the prompt has no handle.
///
/// @param goods from the name as it was shown to the name as it is
/// @param talk  that the resident was in or asked into when it looked around
public record Handles(
        List<ResidentId> people,
        List<LocationId> places,
        List<JobId> jobs,
        List<PartyId> parties,
        Map<String, String> goods,
        Optional<InteractionId> talk) {
    static final char PERSON = 'p';
    static final char PLACE = 'l';
    static final char JOB = 'j';
    static final char PARTY = 'y';

    /// Longer is none: a prompt holds a dozen of each.
    private static final int MAX_LENGTH = 4;

    public Handles {
        people = List.copyOf(people);
        places = List.copyOf(places);
        jobs = List.copyOf(jobs);
        parties = List.copyOf(parties);
        goods = Map.copyOf(goods);
    }

    public Optional<ResidentId> findPerson(String handle) {
        return find(PERSON, people, handle);
    }

    public Optional<LocationId> findPlace(String handle) {
        return find(PLACE, places, handle);
    }

    public Optional<JobId> findJob(String handle) {
        return find(JOB, jobs, handle);
    }

    public Optional<PartyId> findParty(String handle) {
        return find(PARTY, parties, handle);
    }

    /// @param shown as it stands in the prompt
    public Optional<String> findGood(String shown) {
        return Optional.ofNullable(goods.get(shown));
    }

    public Optional<String> handleOf(ResidentId person) {
        return handleOf(PERSON, people.indexOf(person));
    }

    public Optional<String> handleOf(LocationId place) {
        return handleOf(PLACE, places.indexOf(place));
    }

    public Optional<String> handleOf(JobId job) {
        return handleOf(JOB, jobs.indexOf(job));
    }

    private static Optional<String> handleOf(char kind, int index) {
        return index < 0 ? Optional.empty() : Optional.of(kind + Integer.toString(index + 1));
    }

    private static <T> Optional<T> find(char kind, List<T> known, String handle) {
        int number = 0;
        for (int i = 1; i < handle.length() && i < MAX_LENGTH; i++) {
            char digit = handle.charAt(i);
            if (digit < '0' || digit > '9' || (i == 1 && digit == '0')) {
                return Optional.empty();
            }
            number = 10 * number + digit - '0';
        }
        boolean isOne = handle.length() <= MAX_LENGTH && number >= 1 && handle.charAt(0) == kind;
        return isOne && number <= known.size() ? Optional.of(known.get(number - 1)) : Optional.empty();
    }
}
