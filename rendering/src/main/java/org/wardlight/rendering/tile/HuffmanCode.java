// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.Arrays;

/** A Huffman code of limited length as DEFLATE states it (RFC 1951 3.2.2): the lengths alone, codes follow from them. One thread; used again and again. */
final class HuffmanCode {
    private final int most;
    private final int[] lengths;
    private final int[] codes;
    /** Count and symbol of those that occur, the rarest first; then the tree's nodes in place of the counts. */
    private final long[] sorted;

    private final int[] nodes;
    private final int[] perLength;

    /** @param symbols of the alphabet; @param most bits of a code */
    HuffmanCode(int symbols, int most) {
        this.most = most;
        this.lengths = new int[symbols];
        this.codes = new int[symbols];
        this.sorted = new long[symbols];
        this.nodes = new int[symbols];
        this.perLength = new int[Math.max(most, symbols) + 1];
    }

    /** The best code for symbols that occur so often. Where there is but one, another gets a code too: a code of one is incomplete, and not every reader takes that. */
    void build(int[] counts) {
        int used = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 0;
            if (counts[i] > 0) {
                sorted[used++] = (long) counts[i] << 16 | i;
            }
        }
        Arrays.fill(perLength, 0);
        if (used < 2) {
            int only = used == 0 ? 0 : (int) (sorted[0] & 0xFFFF);
            lengths[only] = 1;
            lengths[only == 0 ? 1 : 0] = 1;
        } else {
            Arrays.sort(sorted, 0, used);
            depths(used);
            limit(used);
            assign(used);
        }
        number();
    }

    /** Moffat and Katajainen: the depth of each leaf, in the place of its count. */
    private void depths(int used) {
        for (int i = 0; i < used; i++) {
            nodes[i] = (int) (sorted[i] >> 16);
        }
        merge(used);
        nodes[used - 2] = 0;
        for (int node = used - 3; node >= 0; node--) {
            nodes[node] = nodes[nodes[node]] + 1;
        }
        int free = 1;
        int depth = 0;
        int inner = used - 2;
        int leaf = used - 1;
        while (free > 0) {
            int taken = 0;
            while (inner >= 0 && nodes[inner] == depth) {
                taken++;
                inner--;
            }
            while (free > taken) {
                nodes[leaf--] = depth;
                perLength[depth]++;
                free--;
            }
            free = 2 * taken;
            depth++;
        }
    }

    private void merge(int used) {
        nodes[0] += nodes[1];
        int root = 0;
        int leaf = 2;
        for (int next = 1; next < used - 1; next++) {
            int sum = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf >= used || root < next && nodes[root] < nodes[leaf]) {
                    sum += nodes[root];
                    nodes[root++] = next;
                } else {
                    sum += nodes[leaf++];
                }
            }
            nodes[next] = sum;
        }
    }

    /** Codes that are too long become as long as may be; what that overspends is paid by lengthening the longest of the shorter ones. */
    private void limit(int used) {
        long spent = 0;
        for (int length = most + 1; length < used; length++) {
            perLength[most] += perLength[length];
            perLength[length] = 0;
        }
        for (int length = 1; length <= most; length++) {
            spent += (long) perLength[length] << most - length;
        }
        while (spent > 1L << most) {
            int shorter = most - 1;
            while (perLength[shorter] == 0) {
                shorter--;
            }
            perLength[most]--;
            perLength[shorter]--;
            perLength[shorter + 1] += 2;
            spent--;
        }
    }

    /** The rarest symbols get the longest codes. */
    private void assign(int used) {
        int at = 0;
        for (int length = Math.min(most, used); length >= 1; length--) {
            for (int i = 0; i < perLength[length]; i++) {
                lengths[(int) (sorted[at++] & 0xFFFF)] = length;
            }
        }
    }

    /** RFC 1951 3.2.2, with the bits turned round as they are sent. */
    private void number() {
        Arrays.fill(perLength, 0);
        for (int length : lengths) {
            perLength[length]++;
        }
        int[] next = new int[most + 1];
        int code = 0;
        perLength[0] = 0;
        for (int length = 1; length <= most; length++) {
            code = code + perLength[length - 1] << 1;
            next[length] = code;
        }
        for (int i = 0; i < lengths.length; i++) {
            int length = lengths[i];
            codes[i] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> 32 - length;
        }
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The code of a symbol, first bit lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    int symbols() {
        return lengths.length;
    }
}
