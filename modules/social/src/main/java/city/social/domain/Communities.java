package city.social.domain;

import java.util.Arrays;
import java.util.TreeMap;

/// Groups that are tied closer inside than chance would have it: greedy modularity, level by level (Blondel et al.
/// 2008, "Fast unfolding of communities in large networks"). Nodes are visited in their order and sums are whole
/// numbers, so the same ties give the same groups on any machine.
public final class Communities {
    /// Levels and passes; a handful is enough in practice, the limit keeps a bad case bounded.
    private static final int LEVELS = 6;

    private static final int PASSES = 12;

    private Communities() {}

    /// The group of each node, by the number of its first member's group in the order of nodes.
    ///
    /// @param from    pairs of nodes, each pair once, `from` below `to`
    /// @param weights above zero
    public static int[] of(int nodes, int[] from, int[] to, long[] weights) {
        var graph = Graph.of(nodes, from, to, weights, new long[nodes]);
        var groups = new int[nodes];
        Arrays.setAll(groups, it -> it);
        for (int level = 0; level < LEVELS; level++) {
            var moved = settle(graph);
            int count = number(moved);
            for (int node = 0; node < nodes; node++) {
                groups[node] = moved[groups[node]];
            }
            if (count == graph.nodes()) {
                break;
            }
            graph = merged(graph, moved, count);
        }
        return groups;
    }

    /// Moves each node to the neighbouring group where it gains most, until none moves.
    private static int[] settle(Graph graph) {
        int nodes = graph.nodes();
        var group = new int[nodes];
        var degree = new long[nodes];
        var total = new long[nodes];
        long twice = 0;
        for (int node = 0; node < nodes; node++) {
            group[node] = node;
            degree[node] = graph.degree(node);
            total[node] = degree[node];
            twice += degree[node];
        }
        var linked = new long[nodes];
        boolean moved = twice > 0;
        for (int pass = 0; pass < PASSES && moved; pass++) {
            moved = false;
            for (int node = 0; node < nodes; node++) {
                moved |= move(graph, node, group, degree[node], total, linked, twice);
            }
        }
        return group;
    }

    private static boolean move(
            Graph graph, int node, int[] group, long degree, long[] total, long[] linked, long twice) {
        for (int i = graph.first()[node]; i < graph.first()[node + 1]; i++) {
            linked[group[graph.neighbour()[i]]] += graph.weight()[i];
        }
        int before = group[node];
        total[before] -= degree;
        int best = before;
        long most = gain(linked[before], degree, total[before], twice);
        for (int i = graph.first()[node]; i < graph.first()[node + 1]; i++) {
            int other = group[graph.neighbour()[i]];
            long gain = gain(linked[other], degree, total[other], twice);
            if (gain > most || gain == most && other < best) {
                best = other;
                most = gain;
            }
        }
        total[best] += degree;
        group[node] = best;
        for (int i = graph.first()[node]; i < graph.first()[node + 1]; i++) {
            linked[group[graph.neighbour()[i]]] = 0;
        }
        linked[before] = 0;
        return best != before;
    }

    /// What modularity gains, but for a factor: exact, for weights up to a million ties of full strength.
    private static long gain(long linked, long degree, long total, long twice) {
        return linked * twice - degree * total;
    }

    /// Numbers groups anew, in the order of their first nodes.
    private static int number(int[] group) {
        var numbers = new int[group.length];
        Arrays.fill(numbers, -1);
        int count = 0;
        for (int node = 0; node < group.length; node++) {
            if (numbers[group[node]] < 0) {
                numbers[group[node]] = count++;
            }
            group[node] = numbers[group[node]];
        }
        return count;
    }

    private static Graph merged(Graph graph, int[] group, int count) {
        var own = new long[count];
        var between = new TreeMap<Long, Long>();
        for (int node = 0; node < graph.nodes(); node++) {
            own[group[node]] += graph.own()[node];
            for (int i = graph.first()[node]; i < graph.first()[node + 1]; i++) {
                int other = graph.neighbour()[i];
                if (other > node && group[other] == group[node]) {
                    own[group[node]] += graph.weight()[i];
                } else if (other > node) {
                    long low = Math.min(group[node], group[other]);
                    long high = Math.max(group[node], group[other]);
                    between.merge(low * count + high, graph.weight()[i], Long::sum);
                }
            }
        }
        var from = between.keySet().stream().mapToInt(it -> (int) (it / count)).toArray();
        var to = between.keySet().stream().mapToInt(it -> (int) (it % count)).toArray();
        var weights = between.values().stream().mapToLong(it -> it).toArray();
        return Graph.of(count, from, to, weights, own);
    }
}
