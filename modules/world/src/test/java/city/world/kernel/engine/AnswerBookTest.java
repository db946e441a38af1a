package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.engine.Pending.Key;
import city.world.spi.Answer;
import city.world.spi.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerBookTest {
    private static final Instant START = Instant.parse("2030-04-01T06:00:00Z");

    private final FakeAnswers record = new FakeAnswers();
    private Instant now = START;

    @Test
    void aKeyThatWasNeverUsedIsNotAskedForHoweverManyWere() {
        var book = new AnswerBook(record, () -> now);
        give(book, 0, 3 * AnswerBook.CAPACITY);

        for (int key = 0; key < 1_000; key++) {
            assertThat(book.find(key(-1 - key))).isEmpty();
        }
        assertThat(record.asked).as("of 1000, mistaken for used ones").isLessThan(3);
    }

    @Test
    void whatDidNotFitAnyMoreIsFoundInTheRecord() {
        var book = new AnswerBook(record, () -> now);
        give(book, 0, AnswerBook.CAPACITY + 10);

        assertThat(book.find(key(0))).contains(answer(0));
        assertThat(book.find(key(AnswerBook.CAPACITY + 9))).isPresent();
        assertThat(record.asked).isEqualTo(1);
    }

    @Test
    void whatDidNotFitIsFoundUntilItsLifeEndsThoughTheFilterIsChangedMeanwhile() {
        var book = new AnswerBook(record, () -> now);
        give(book, 0, AnswerBook.CAPACITY + 1);
        now = START.plus(Duration.ofHours(23));
        give(book, AnswerBook.CAPACITY + 1, 1);
        int late = AnswerBook.CAPACITY + 1;
        now = now.plusMillis(1);
        give(book, late + 1, AnswerBook.CAPACITY);
        now = START.plus(AnswerBook.LIFE).plusMillis(2);
        give(book, late + 1 + AnswerBook.CAPACITY, AnswerBook.CAPACITY);

        assertThat(book.find(key(late))).as("in the filter before").isPresent();
        assertThat(book.find(key(0))).as("has lived its day").isEmpty();
        now = now.plus(Duration.ofHours(23));
        assertThat(book.find(key(late))).as("has lived its day, too").isEmpty();
    }

    @Test
    void aBookOpenedOnMoreThanItHoldsAsksUntilItHasSeenAllThatLives() {
        var first = new AnswerBook(record, () -> now);
        give(first, 0, AnswerBook.CAPACITY);
        now = START.plus(Duration.ofHours(1));
        give(first, AnswerBook.CAPACITY, AnswerBook.CAPACITY);

        var second = new AnswerBook(record, () -> now);
        assertThat(second.find(key(0))).isPresent();
        assertThat(second.find(key(-1))).isEmpty();
        assertThat(record.asked).isEqualTo(2);

        now = now.plus(AnswerBook.LIFE).plusMillis(1);
        assertThat(second.find(key(-2))).isEmpty();
        assertThat(record.asked).isEqualTo(2);
    }

    private void give(AnswerBook book, int first, int count) {
        var fresh = IntStream.range(first, first + count).mapToObj(this::answer).toList();
        record.answers.addAll(fresh);
        book.add(fresh);
    }

    private Answer answer(int number) {
        return new Answer(key(number).actor(), key(number).key(), "digest", number, 1, number, "type", "{}", now);
    }

    private static Key key(int number) {
        return new Key("operator", "key " + number);
    }

    private static final class FakeAnswers implements Answers {
        private final List<Answer> answers = new ArrayList<>();
        private int asked;

        @Override
        public List<Answer> answersSince(Instant since, int limit) {
            var found = answers.stream()
                    .filter(it -> !it.recordedAt().isBefore(since))
                    .toList();
            return found.subList(Math.max(0, found.size() - limit), found.size());
        }

        @Override
        public Optional<Answer> findAnswer(String actor, String key) {
            asked++;
            return answers.stream()
                    .filter(it -> it.actor().equals(actor) && it.key().equals(key))
                    .findFirst();
        }
    }
}
