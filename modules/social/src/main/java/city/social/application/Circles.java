package city.social.application;

import city.social.SocialReads.Community;
import city.social.SocialReads.Member;
import city.social.SocialReads.Suggestion;
import city.social.Tie;
import city.social.domain.Communities;
import city.social.domain.SocialState;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.TableView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The net of ties of one snapshot: who knows whom, through whom, in which circles.
///
/// @param tick of the snapshot, at which ties are read
record Circles(SocialState state, TableView ties, TableView people, long tick, int stepMinutes) {
    /// A tie by which people are said to know each other: an acquaintance or closer.
    private static final int KNOWN_STRENGTH = 40;

    static final int MOST_MEMBERS = 500;

    static Circles of(SocialState state, Snapshot snapshot, int stepMinutes) {
        return new Circles(
                state,
                snapshot.of(state.ties().table()),
                snapshot.of(state.talkers().table()),
                snapshot.tick(),
                stepMinutes);
    }

    /// A tie with whom it leads to.
    record Link(int to, Tie tie) {}

    /// All that a resident holds of others, the strongest first, those as strong by slot.
    List<Link> of(int slot) {
        var links = new ArrayList<Link>();
        state.ties()
                .each(
                        ties,
                        people,
                        slot,
                        row -> links.add(new Link(
                                state.ties().toOf(ties, row), state.ties().faded(ties, row, tick, stepMinutes))));
        links.sort(Comparator.comparingInt((Link it) -> -it.tie().strength()).thenComparingInt(Link::to));
        return links;
    }

    List<Link> known(int slot) {
        return of(slot).stream()
                .filter(it -> it.tie().strength() >= KNOWN_STRENGTH)
                .toList();
    }

    ResidentId idOf(int slot) {
        return state.talkers().idOf(people, slot);
    }

    /// Slots with their distance, the resident first, in the order of finding.
    Map<Integer, Integer> reach(int slot, int depth) {
        var found = new LinkedHashMap<Integer, Integer>();
        found.put(slot, 0);
        var edge = List.of(slot);
        for (int distance = 1; distance <= depth; distance++) {
            var next = new ArrayList<Integer>();
            for (int from : edge) {
                for (var link : known(from)) {
                    if (found.size() < MOST_MEMBERS && found.putIfAbsent(link.to(), distance) == null) {
                        next.add(link.to());
                    }
                }
            }
            edge = next;
        }
        return found;
    }

    List<Member> members(Map<Integer, Integer> reach) {
        return reach.entrySet().stream()
                .map(it -> new Member(idOf(it.getKey()), it.getValue()))
                .toList();
    }

    List<ResidentId> mutuals(int one, int other) {
        var ofOther = new TreeMap<Integer, Integer>();
        known(other).forEach(it -> ofOther.put(it.to(), it.tie().strength()));
        return known(one).stream()
                .filter(it -> ofOther.containsKey(it.to()))
                .sorted(Comparator.comparingInt(it -> -it.tie().strength() - ofOther.getOrDefault(it.to(), 0)))
                .map(it -> idOf(it.to()))
                .toList();
    }

    /// Friends of friends, by how many ways lead to them; as many ways, by slot.
    List<Suggestion> suggestions(int slot, int limit) {
        var own = known(slot).stream().map(Link::to).toList();
        var ways = new TreeMap<Integer, Integer>();
        for (int through : own) {
            for (var link : known(through)) {
                if (link.to() != slot && !own.contains(link.to())) {
                    ways.merge(link.to(), 1, Integer::sum);
                }
            }
        }
        return ways.entrySet().stream()
                .sorted(Comparator.comparingInt(it -> -it.getValue()))
                .limit(limit)
                .map(it -> new Suggestion(idOf(it.getKey()), it.getValue()))
                .toList();
    }

    /// By both directions' strength together; who is tied to nobody is in none.
    List<Community> communities() {
        var weights = new TreeMap<Long, Long>();
        for (int slot = 0; slot < people.rows(); slot++) {
            for (var link : known(slot)) {
                long low = Math.min(slot, link.to());
                long high = Math.max(slot, link.to());
                weights.merge(low << 32 | high, (long) link.tie().strength(), Long::sum);
            }
        }
        var from = weights.keySet().stream().mapToInt(it -> (int) (it >> 32)).toArray();
        var to = weights.keySet().stream().mapToInt(it -> (int) (long) it).toArray();
        var sums = weights.values().stream().mapToLong(it -> it).toArray();
        var groups = Communities.of(people.rows(), from, to, sums);
        var members = new TreeMap<Integer, List<ResidentId>>();
        for (int slot = 0; slot < people.rows(); slot++) {
            if (people.exists(slot) && !known(slot).isEmpty()) {
                members.computeIfAbsent(groups[slot], _ -> new ArrayList<>()).add(idOf(slot));
            }
        }
        var largest = members.values().stream()
                .sorted(Comparator.comparingInt((List<ResidentId> it) -> -it.size()))
                .toList();
        var communities = new ArrayList<Community>();
        for (int i = 0; i < largest.size(); i++) {
            communities.add(new Community(i + 1, largest.get(i)));
        }
        return communities;
    }
}
