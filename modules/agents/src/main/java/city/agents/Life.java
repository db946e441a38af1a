package city.agents;

import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a resident brings along besides its persona: age, values, calling and kin.
///
/// @param age       in years, on arrival
/// @param calling   what it does instead of a job; empty for what its age says
/// @param household who live together and care for each other
/// @param partner   who may be yet to come
/// @param parents   at most two, who may be yet to come
public record Life(
        int age,
        Values values,
        Optional<Calling> calling,
        Optional<UUID> household,
        Optional<ResidentId> partner,
        List<ResidentId> parents) {
    public static final int MAX_AGE = 110;
    public static final int MAX_PARENTS = 2;

    /// Of somebody of whom nothing is told.
    public static final Life LIKE_MOST =
            new Life(35, Values.LIKE_MOST, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /// Until 15 one goes to school.
    public static final int SCHOOL_LEAVING_AGE = 16;

    /// From here on one rests unless one has a job.
    public static final int PENSION_AGE = 66;

    public Life {
        parents = List.copyOf(parents);
        if (age < 0 || age > MAX_AGE) {
            throw new IllegalArgumentException("age must be 0 to %d: %d".formatted(MAX_AGE, age));
        }
        if (parents.size() > MAX_PARENTS) {
            throw new IllegalArgumentException("parents must be at most %d: %d".formatted(MAX_PARENTS, parents.size()));
        }
    }

    /// What fills the days of somebody without a job. The record keeps the ordinal, from 1: append only.
    public enum Calling {
        PUPIL,
        RETIRED,
        HOMEMAKER
    }

    /// What somebody does for a living, by calling, job and age.
    public enum Occupation {
        EMPLOYED,
        PUPIL,
        RETIRED,
        HOMEMAKER,
        JOBLESS;

        public static Occupation of(boolean hasJob, Optional<Calling> calling, int age) {
            if (hasJob) {
                return EMPLOYED;
            }
            if (calling.isPresent()) {
                return switch (calling.get()) {
                    case PUPIL -> PUPIL;
                    case RETIRED -> RETIRED;
                    case HOMEMAKER -> HOMEMAKER;
                };
            }
            return age < SCHOOL_LEAVING_AGE ? PUPIL : age >= PENSION_AGE ? RETIRED : JOBLESS;
        }
    }

    /// What somebody holds dear, each 0 to 100, 50 being like most people: five of the ten basic values of Schwartz
    /// (1992), chosen because each shows in how a day is spent.
    ///
    /// @param tradition   custom, chapel and market day
    /// @param achievement to get on: work, savings, a better place
    /// @param benevolence the good of those one knows
    /// @param stimulation what is new: places, festivals
    /// @param security    to be on the safe side: a full larder, money put aside
    public record Values(int tradition, int achievement, int benevolence, int stimulation, int security) {
        public static final Values LIKE_MOST = new Values(50, 50, 50, 50, 50);

        public Values {
            require("tradition", tradition);
            require("achievement", achievement);
            require("benevolence", benevolence);
            require("stimulation", stimulation);
            require("security", security);
        }

        private static void require(String value, int weight) {
            if (weight < 0 || weight > 100) {
                throw new IllegalArgumentException("%s must be 0 to 100: %d".formatted(value, weight));
            }
        }
    }
}
