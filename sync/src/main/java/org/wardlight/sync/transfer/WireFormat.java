// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

/**
 * The record of a blob stream; integers are unsigned and big endian:
 *
 * <pre>
 * hash (32) | offset (8) | plain length (4) | flags (1) | wire length (4) | wire bytes
 * </pre>
 */
final class WireFormat {
    /** Most plain bytes of a part; parts start at multiples of this or at the asked offset. */
    static final int PART = 64 * 1024;

    static final int HASH = 32;
    static final int HEADER = HASH + 8 + 4 + 1 + 4;

    /** The wire bytes are raw DEFLATE (RFC 1951) of the plain bytes. */
    static final int DEFLATED = 1;

    /** There is no such blob; the record has no bytes. */
    static final int ABSENT = 2;

    private WireFormat() {}
}
