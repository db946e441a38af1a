package city.memory.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Forgetting.State;
import city.memory.domain.Step.Forget;
import city.memory.domain.Step.Merge;
import city.memory.domain.Step.Reason;
import city.memory.domain.Step.Summarise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The making of one plan, see {@link Consolidation}. Used once, by one thread: it strikes off what is settled, because
/// no memory may be in two steps.
final class Sleep {
    private static final double SAME = 0.95;
    private static final double ALIKE = 0.5;
    private static final int FEWEST_TO_SUMMARISE = 3;

    /// More would not go into the words of one summary.
    private static final int MOST_TO_SUMMARISE = 16;

    private static final int TRIVIAL_BELOW = 200;

    private static final Comparator<Remembered> WEIGHTIEST_FIRST = comparing(
                    (Remembered it) -> !it.memory().pinned())
            .thenComparing(
                    comparingInt((Remembered it) -> it.memory().importance()).reversed())
            .thenComparing(it -> it.memory().madeAt())
            .thenComparing(it -> it.memory().id());

    private final long now;
    private final Forgetting forgetting;
    private final Remembered[] all;
    private final int[] norms;
    private final State[] states;
    private final boolean[] settled;
    private final List<Step> steps = new ArrayList<>();

    /// How many there will be when all steps are done.
    private int left;

    Sleep(Forgetting forgetting, List<Remembered> remembered, long now) {
        this.now = now;
        this.forgetting = forgetting;
        this.all = remembered.stream().sorted(WEIGHTIEST_FIRST).toArray(Remembered[]::new);
        this.norms = Arrays.stream(all).mapToInt(it -> it.embedding().norm()).toArray();
        this.states =
                Arrays.stream(all).map(it -> forgetting.state(it.memory(), now)).toArray(State[]::new);
        this.settled = new boolean[all.length];
        this.left = all.length;
    }

    List<Step> steps() {
        open().filter(i -> states[i] == State.GONE).forEach(i -> forget(i, Reason.GONE));
        open().forEach(this::mergeInto);
        open().filter(this::canBeSummarised).forEach(this::summariseAround);
        open().filter(this::isTrivial).forEach(i -> forget(i, Reason.TRIVIAL));
        forgetTheWeakest(left - Forgetting.CAP);
        return List.copyOf(steps);
    }

    private void mergeInto(int leader) {
        if (settled[leader]) {
            return;
        }
        var same = near(
                leader,
                SAME,
                i -> i > leader
                        && !memory(i).pinned()
                        && memory(i).kind() == memory(leader).kind());
        if (same.length > 0) {
            var kept = Arrays.stream(same).mapToObj(this::memory).reduce(memory(leader), Sleep::merged);
            settle(leader);
            settle(same);
            steps.add(new Merge(kept, ids(same)));
            left -= same.length;
        }
    }

    private void summariseAround(int leader) {
        if (settled[leader]) {
            return;
        }
        var alike = near(leader, ALIKE, i -> i != leader && canBeSummarised(i));
        var members = IntStream.concat(
                        IntStream.of(leader), Arrays.stream(alike).limit(MOST_TO_SUMMARISE - 1))
                .sorted()
                .toArray();
        if (members.length >= FEWEST_TO_SUMMARISE) {
            var whole = Arrays.stream(members).mapToObj(this::memory).reduce(memory(leader), Sleep::merged);
            settle(members);
            steps.add(new Summarise(ids(members), whole.importance(), whole.evidence()));
            left -= members.length - 1;
        }
    }

    private void forget(int i, Reason reason) {
        settle(i);
        steps.add(new Forget(memory(i).id(), reason));
        left--;
    }

    private void forgetTheWeakest(int tooMany) {
        open().filter(i -> !memory(i).pinned())
                .boxed()
                .sorted(comparingDouble((Integer i) -> forgetting.retention(memory(i), now))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(Math.max(0, tooMany))
                .forEach(i -> forget(i, Reason.CROWDED_OUT));
    }

    private boolean canBeSummarised(int i) {
        var kind = memory(i).kind();
        return states[i] == State.FADED && (kind == Kind.OBSERVATION || kind == Kind.CONVERSATION);
    }

    private boolean isTrivial(int i) {
        return states[i] == State.FADED && memory(i).importance() < TRIVIAL_BELOW;
    }

    /// What nobody has settled yet, as it was when the stream was made.
    private IntStream open() {
        return Arrays.stream(
                IntStream.range(0, all.length).filter(i -> !settled[i]).toArray());
    }

    private int[] near(int leader, double least, IntPredicate fits) {
        var embedding = all[leader].embedding();
        return open().filter(fits)
                .filter(i -> Embedding.cosine(embedding.dot(all[i].embedding()), norms[leader], norms[i]) >= least)
                .toArray();
    }

    private void settle(int... indices) {
        for (int i : indices) {
            settled[i] = true;
        }
    }

    private Memory memory(int i) {
        return all[i].memory();
    }

    private List<MemoryId> ids(int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> memory(i).id()).toList();
    }

    /// The first with what the second adds. That it was lived through again counts as an access.
    private static Memory merged(Memory kept, Memory other) {
        return new Memory(
                kept.id(),
                kept.resident(),
                kept.kind(),
                kept.text(),
                Math.max(kept.importance(), other.importance()),
                Math.min(kept.madeAt(), other.madeAt()),
                Math.max(kept.lastAccessedAt(), other.lastAccessedAt()),
                (int) Math.min(Integer.MAX_VALUE, 1L + kept.accesses() + other.accesses()),
                kept.pinned(),
                together(kept.evidence(), other.evidence()));
    }

    /// Both, ascending; when there is no room for all, the latest.
    private static List<Long> together(List<Long> some, List<Long> others) {
        var all = Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted()
                .toList();
        return all.subList(Math.max(0, all.size() - Memory.MAX_EVIDENCE), all.size());
    }
}
