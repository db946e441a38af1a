package city.app.look;

import city.world.kernel.history.Copy;
import city.world.kernel.machine.JournalChain;
import city.world.kernel.machine.Origin;
import city.world.spi.CityRecord;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Follows the whole journal and recounts every keyframe: its rows sum to what it says, and it stands where the journal
/// passes.
public final class KeyframeAudit {
    private final CityRecord record;
    private final Keyframes keyframes;
    private final List<Keyframe> all;

    public KeyframeAudit(CityRecord record, Keyframes keyframes) {
        this.record = record;
        this.keyframes = keyframes;
        this.all = keyframes.list();
    }

    /// A line for each keyframe that is not what it should be.
    ///
    /// @throws JournalChain.Broken when the journal is not what was written
    public List<String> breaches(Origin origin, Head head) {
        var tips = tips(head);
        return all.stream()
                .flatMap(it -> misplaced(it, origin, head, tips).or(() -> Copy.breach(keyframes, it)).stream())
                .toList();
    }

    /// The chain's values where keyframes stand.
    private Map<Long, String> tips(Head head) {
        var tips = new HashMap<Long, String>();
        all.forEach(it -> tips.put(it.head().nextOrdinal(), ""));
        var chain = new JournalChain();
        record.readJournal(0, Long.MAX_VALUE, entry -> {
            chain.follow(entry);
            tips.computeIfPresent(chain.nextOrdinal(), (ordinal, unknown) -> chain.tip());
        });
        if (chain.nextOrdinal() != head.nextOrdinal() || !chain.tip().equals(head.journalTip())) {
            throw new JournalChain.Broken("journal: it ends before entry %d, the head knows %d entries"
                    .formatted(chain.nextOrdinal(), head.nextOrdinal()));
        }
        return tips;
    }

    private static Optional<String> misplaced(Keyframe keyframe, Origin origin, Head head, Map<Long, String> tips) {
        var at = keyframe.head();
        boolean passed = Objects.equals(tips.get(at.nextOrdinal()), at.journalTip())
                && at.genesisDigest().equals(origin.digest())
                && at.commit() <= head.commit()
                && at.tick() <= head.tick()
                && at.nextSequence() <= head.nextSequence();
        return passed
                ? Optional.empty()
                : Optional.of("keyframe of commit %d at tick %d: the journal does not pass where it stands"
                        .formatted(at.commit(), at.tick()));
    }
}
