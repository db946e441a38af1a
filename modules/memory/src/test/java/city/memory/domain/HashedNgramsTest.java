package city.memory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HashedNgramsTest {
    private static final String BREAD = "Mara bought bread at the bakery";
    private static final int GOLDEN = 413646393;

    @Test
    void whatSharesWordsLiesNearerThanWhatSharesNone() {
        double near = likeness(BREAD, "Mara buys bread in the bakery");
        double far = likeness(BREAD, "The council voted on a lower tax");

        assertThat(near).isGreaterThan(0.5);
        assertThat(far).isLessThan(0.3);
    }

    @Test
    void formsOfAWordShareTheirParts() {
        assertThat(likeness("bakery", "bakeries")).isGreaterThan(likeness("bakery", "quarrel") + 0.15);
    }

    @Test
    void theOrderOfWordsTellsAndTheirCaseAndPunctuationDoNot() {
        assertThat(likeness("Ann told Ben", "ann: TOLD, ben!")).isEqualTo(1);
        assertThat(likeness("ann told ben", "ben told ann")).isBetween(0.6, 0.99);
    }

    @Test
    void wordsOfAnyScriptCount() {
        assertThat(likeness("хлеб", "хлеба")).isGreaterThan(0.2);
        assertThat(HashedNgrams.embed("...!").norm()).isZero();
    }

    /// Whoever changes how words are hashed gives the space another name, so that all vectors are built again.
    @Test
    void theSameWordsGiveTheSameVectorInEveryRelease() {
        var embedding = HashedNgrams.embed(BREAD);

        assertThat(HashedNgrams.SPACE).isEqualTo("hashed-ngrams-1");
        assertThat(embedding.dimension()).isEqualTo(384);
        assertThat(embedding.hashCode()).isEqualTo(GOLDEN);
    }

    /// With a sign, what lies together by chance cancels out: the mean over many pairs is about 0.
    @Test
    void strangersAreOnAverageLikeNothing() {
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            sum += likeness(Integer.toString(i * 7919, 36) + "ab", Integer.toString(i * 104729 + 1, 36) + "yz");
        }

        assertThat(sum / 500).isBetween(-0.01, 0.01);
    }

    @Property
    void anyTextHasAVector(@ForAll @StringLength(max = 200) String text) {
        var embedding = HashedNgrams.embed(text);

        assertThat(embedding).isEqualTo(HashedNgrams.embed(text));
        assertThat(embedding.norm()).isGreaterThanOrEqualTo(0);
    }

    private static double likeness(String one, String other) {
        return HashedNgrams.embed(one).cosine(HashedNgrams.embed(other));
    }
}
