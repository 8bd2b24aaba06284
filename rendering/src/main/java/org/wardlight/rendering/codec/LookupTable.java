// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * A lookup table (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5). Inputs below {@code first} take the first entry, inputs past the end the last.
 *
 * @param first the input that the first entry belongs to
 * @param bits bits of an entry, 8 to 16: what the highest output is measured by
 * @param entries the entries, unsigned; at least one
 */
@SuppressWarnings("ArrayRecordComponent") // up to 65,536 entries, read in inner loops; never changed after construction
public record LookupTable(int first, int bits, char[] entries) {
    public LookupTable {
        if (entries.length == 0 || entries.length > 65536 || bits < 1 || bits > 16) {
            throw new IllegalArgumentException("a table of " + entries.length + " entries of " + bits + " bits");
        }
    }

    /** The entry of an input. */
    public int get(int input) {
        long index = (long) input - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1L, index))];
    }

    /** The highest value that an entry may have. */
    public int maximum() {
        return (1 << bits) - 1;
    }
}
