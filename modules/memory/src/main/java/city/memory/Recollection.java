package city.memory;

/// A memory that was recalled, and why it was.
public record Recollection(Memory memory, Score score) {
    /// Each part in 0 to 1, relative to the other candidates of the same recall; the total in 0 to 3.
    public record Score(double recency, double importance, double relevance) {
        /// Of what was in mind without being recalled.
        public static final Score NONE = new Score(0, 0, 0);

        public Score {
            requirePart("recency", recency);
            requirePart("importance", importance);
            requirePart("relevance", relevance);
        }

        private static void requirePart(String name, double part) {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("%s must be 0 to 1: %s".formatted(name, part));
            }
        }

        public double total() {
            return recency + importance + relevance;
        }
    }
}
