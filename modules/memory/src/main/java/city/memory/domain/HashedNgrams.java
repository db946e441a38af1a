package city.memory.domain;

import java.util.ArrayList;
import java.util.List;

/// A vector from words without any model: each word, each pair of neighbours and each three letters within a word are
/// hashed to a component and a sign, and added up there. Texts that share words or parts of words lie near; texts that
/// mean the same in other words do not.
///
/// The sign lets collisions cancel out instead of adding up, so that the product of two vectors is on average what it
/// would be without hashing: Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning". A text
/// without a letter or digit has the vector zero.
public final class HashedNgrams {
    public static final int DIMENSION = 384;

    /// Changes with whatever changes a vector.
    public static final String SPACE = "hashed-ngrams-1";

    /// In the square of the length a word counts as much as nine parts.
    private static final int WORD = 3;

    private static final int PAIR = 2;
    private static final int PART = 1;

    private static final int PART_LENGTH = 3;

    /// Stands before and after a word, so that beginnings and endings count as such, and between the words of a pair.
    private static final char EDGE = ' ';

    private HashedNgrams() {}

    public static Embedding embed(String text) {
        var sums = new float[DIMENSION];
        var words = words(text);
        for (int i = 0; i < words.size(); i++) {
            var word = EDGE + words.get(i) + EDGE;
            add(sums, word, WORD);
            for (int end = PART_LENGTH; end <= word.length(); end++) {
                add(sums, word.substring(end - PART_LENGTH, end), PART);
            }
            if (i > 0) {
                add(sums, words.get(i - 1) + EDGE + words.get(i), PAIR);
            }
        }
        return Embedding.of(sums);
    }

    /// Letters and digits in a row, in small letters of no particular language.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            } else {
                endWord(word, words);
            }
        });
        endWord(word, words);
        return words;
    }

    private static void endWord(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static void add(float[] sums, String feature, int weight) {
        long hash = hash(feature);
        int component = (int) (((hash >>> 32) * DIMENSION) >>> 32);
        sums[component] += (hash & 1) == 0 ? weight : -weight;
    }

    /// FNV-1a, and the finaliser of SplitMix64, because the former alone leaves its high bits too even.
    private static long hash(String feature) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
