package city.memory.testing;

import static city.memory.testing.Memories.ANN;
import static city.memory.testing.Memories.BEN;
import static city.memory.testing.Memories.embedding;
import static city.memory.testing.Memories.id;
import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.memory.Memories.Listing;
import city.memory.Memories.Position;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Access;
import city.memory.spi.MemoryStore.Moved;
import city.memory.spi.MemoryStore.Revision;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of memories does.
public abstract class MemoryStoreContract {
    private static final String SPACE = "words-1";
    private static final Embedding VECTOR = embedding(1, -127, 127);

    /// A store for vectors of a space, on what all stores of this test hold together; empty at first.
    protected abstract MemoryStore open(String space);

    @Test
    void givesBackWhatWasAppendedToTheLastBit() {
        var store = open(SPACE);
        var full = new Remembered(
                new Memory(
                        id(1),
                        ANN,
                        Kind.INSIGHT,
                        "Ünïcode, 'quotes' \\ {and} \"more\" 😀",
                        1000,
                        3,
                        9,
                        2,
                        true,
                        List.of(4L, 7L)),
                VECTOR);
        var plain = remembered(memory(2).get());

        var added = store.append(List.of(full, plain), 0, 12);

        assertThat(added).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(store.cursor()).isEqualTo(12);
        assertThat(store.ofResidents(List.of(ANN))).containsExactly(full, plain);
        assertThat(store.find(List.of(id(2), id(9)))).containsExactly(plain.memory());
    }

    @Test
    void aBatchThatBeginsElsewhereThanTheCursorIsRefusedWhole() {
        var store = open(SPACE);
        store.append(List.of(remembered(memory(1).get())), 0, 10);

        assertThatThrownBy(() -> store.append(List.of(remembered(memory(2).get())), 0, 20))
                .isInstanceOf(Moved.class);
        assertThatThrownBy(() -> store.append(List.of(remembered(memory(2).get())), 11, 20))
                .isInstanceOf(Moved.class);

        assertThat(store.cursor()).isEqualTo(10);
        assertThat(store.find(List.of(id(1), id(2)))).hasSize(1);
    }

    @Test
    void theCursorMovesWithoutAMemoryToo() {
        var store = open(SPACE);

        assertThat(store.cursor()).isZero();
        assertThat(store.size()).isZero();
        assertThat(store.append(List.of(), 0, 5)).isEmpty();

        assertThat(open(SPACE).cursor()).isEqualTo(5);
    }

    @Test
    void whatIsThereAlreadyStaysAsItIs() {
        var store = open(SPACE);
        var first = remembered(memory(1).importance(300).get());
        store.append(List.of(first), 0, 1);

        var added = store.append(
                List.of(
                        remembered(memory(1).importance(900).get()),
                        remembered(memory(2).get())),
                1,
                2);

        assertThat(added).containsExactly(id(2));
        assertThat(store.find(List.of(id(1)))).containsExactly(first.memory());
    }

    @Test
    void aRevisionReplacesAddsAndTakesAway() {
        var store = open(SPACE);
        store.append(
                List.of(
                        remembered(memory(1).get()),
                        remembered(memory(2).get()),
                        remembered(memory(3).of(BEN).get())),
                0,
                1);
        var merged = new Remembered(
                memory(1).importance(900).accessed(4, 8).evidence(1L, 2L).get(), embedding(5, 5, 5));
        var summary = remembered(memory(7).kind(Kind.SUMMARY).get());

        assertThat(store.size()).isEqualTo(3);
        store.apply(new Revision(List.of(merged, summary), List.of(id(2), id(9))));

        assertThat(store.ofResidents(List.of(ANN))).containsExactly(merged, summary);
        assertThat(store.ofResidents(List.of(BEN, ANN))).hasSize(3);
        assertThat(store.size()).isEqualTo(3);
    }

    @Test
    void accessesAreCountedAndTimeOnlyGoesForward() {
        var store = open(SPACE);
        store.append(
                List.of(
                        remembered(memory(1).madeAt(50).get()),
                        remembered(memory(2).get())),
                0,
                1);

        store.count(List.of(new Access(id(1), 60, 1), new Access(id(9), 60, 1)));
        store.count(List.of(new Access(id(1), 40, 2)));
        store.count(List.of());

        var touched = store.find(List.of(id(1))).getFirst();
        assertThat(touched.accesses()).isEqualTo(3);
        assertThat(touched.lastAccessedAt()).isEqualTo(60);
        assertThat(store.find(List.of(id(2))).getFirst().accesses()).isZero();

        store.count(List.of(new Access(id(1), 61, Integer.MAX_VALUE)));
        store.count(List.of(new Access(id(1), 62, 1)));

        var often = store.find(List.of(id(1))).getFirst();
        assertThat(often.accesses()).isEqualTo(Integer.MAX_VALUE);
        assertThat(often.lastAccessedAt()).isEqualTo(62);
    }

    @Test
    void pagesAreNewestFirstWithoutGapOrRepeat() {
        var store = open(SPACE);
        var made = new ArrayList<Remembered>();
        for (int i = 0; i < 25; i++) {
            made.add(remembered(memory(i).madeAt(i / 4).get()));
        }
        // An id whose highest bit is set comes after all others, not before.
        var highest = new MemoryId(new UUID(-1, -1));
        made.add(
                remembered(new Memory(highest, ANN, Kind.CONVERSATION, "the highest", 500, 6, 6, 0, false, List.of())));
        made.add(remembered(memory(99).of(BEN).madeAt(100).get()));
        store.append(made, 0, 1);

        var walked = walk(store, Optional.empty(), 4);

        assertThat(walked).hasSize(26).doesNotHaveDuplicates();
        assertThat(walked.getFirst().id()).isEqualTo(highest);
        assertThat(walked.getLast().id()).isEqualTo(id(0));
        assertThat(walked).isSortedAccordingTo((a, b) -> Long.compare(b.madeAt(), a.madeAt()));
        assertThat(walk(store, Optional.of(Kind.CONVERSATION), 4)).hasSize(1);
        assertThat(walk(store, Optional.of(Kind.INSIGHT), 4)).isEmpty();
    }

    @Test
    void memoriesAreCountedByResident() {
        var store = open(SPACE);
        store.append(
                List.of(
                        remembered(memory(1).get()),
                        remembered(memory(2).get()),
                        remembered(memory(3).of(BEN).get())),
                0,
                1);
        var nobody = new ResidentId(new UUID(9, 9));

        var counts = store.counts(List.of(ANN, nobody));

        assertThat(counts).containsEntry(ANN, 2).doesNotContainKey(BEN);
        assertThat(counts.getOrDefault(nobody, 0)).isZero();
    }

    @Test
    void allComeInPagesToTheLast() {
        var store = open(SPACE);
        var made = new ArrayList<Remembered>();
        for (int i = 0; i < 7; i++) {
            made.add(new Remembered(memory(i).get(), embedding(i, 1, 1)));
        }
        store.append(made, 0, 1);

        var first = store.all(Optional.empty(), 5);
        var second = store.all(Optional.of(first.getLast().memory().id()), 5);

        assertThat(first).hasSize(5);
        assertThat(second).hasSize(2).contains(made.getLast());
        assertThat(first).doesNotContainAnyElementsOf(second);
    }

    @Test
    void vectorsOfAnotherSpaceAreFoundAndMadeAnew() {
        open(SPACE)
                .append(
                        List.of(
                                remembered(memory(1).get()),
                                remembered(memory(2).get())),
                        0,
                        1);
        var store = open("words-2");
        store.append(List.of(remembered(memory(3).get())), 1, 2);

        assertThat(open(SPACE).ofOtherSpaces(10)).extracting(Memory::id).containsExactly(id(3));
        assertThat(store.ofOtherSpaces(1)).hasSize(1);
        store.reembed(store.ofOtherSpaces(10).stream()
                .map(it -> new Remembered(it, embedding(7, 7, 7)))
                .toList());

        assertThat(store.ofOtherSpaces(10)).isEmpty();
        assertThat(store.all(Optional.empty(), 10))
                .extracting(Remembered::embedding)
                .containsExactly(embedding(7, 7, 7), embedding(7, 7, 7), VECTOR);
    }

    private static List<Memory> walk(MemoryStore store, Optional<Kind> kind, int limit) {
        var walked = new ArrayList<Memory>();
        var before = Optional.<Position>empty();
        while (true) {
            var page = store.list(new Listing(ANN, kind, before, limit));
            walked.addAll(page);
            if (page.size() < limit) {
                return walked;
            }
            before = Optional.of(
                    new Position(page.getLast().madeAt(), page.getLast().id()));
        }
    }

    private static Remembered remembered(Memory memory) {
        return new Remembered(memory, VECTOR);
    }
}
