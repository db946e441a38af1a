package city.social.domain;

import java.util.Arrays;

/// Weighted undirected neighbours, as arrays: those of node `n` are at `first[n]` until before `first[n + 1]`. A weight
/// of a node to itself counts what was merged into it.
///
/// @param own weight inside of a node
@SuppressWarnings("ArrayRecordComponent") // read-only, never compared
record Graph(int[] first, int[] neighbour, long[] weight, long[] own) {
    int nodes() {
        return own.length;
    }

    /// @param pairs of nodes, each pair once, `from` below `to`
    static Graph of(int nodes, int[] from, int[] to, long[] weights, long[] own) {
        var first = new int[nodes + 1];
        for (int i = 0; i < from.length; i++) {
            first[from[i] + 1]++;
            first[to[i] + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        var at = Arrays.copyOf(first, nodes);
        var neighbour = new int[2 * from.length];
        var weight = new long[2 * from.length];
        for (int i = 0; i < from.length; i++) {
            neighbour[at[from[i]]] = to[i];
            weight[at[from[i]]++] = weights[i];
            neighbour[at[to[i]]] = from[i];
            weight[at[to[i]]++] = weights[i];
        }
        return new Graph(first, neighbour, weight, own);
    }

    /// The sum of a node's weights, those inside of it twice.
    long degree(int node) {
        long sum = 2 * own[node];
        for (int i = first[node]; i < first[node + 1]; i++) {
            sum += weight[i];
        }
        return sum;
    }
}
