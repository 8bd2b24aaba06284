// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.Optional;

/**
 * Value representations (PS3.5 6.2). Each constant knows its code, the length of its header in explicit VR, its padding byte, how
 * its bytes are read and in which units bytes swap, so that neither parser nor writer asks which VR it is.
 */
public enum Vr {
    AE(Kind.ASCII, 8, ' ', 1),
    AS(Kind.ASCII, 8, ' ', 1),
    AT(Kind.TAG, 8, 0, 2),
    CS(Kind.ASCII, 8, ' ', 1),
    DA(Kind.ASCII, 8, ' ', 1),
    DS(Kind.DECIMAL_STRING, 8, ' ', 1),
    DT(Kind.ASCII, 8, ' ', 1),
    FD(Kind.FLOAT, 8, 0, 8),
    FL(Kind.FLOAT, 8, 0, 4),
    IS(Kind.DECIMAL_STRING, 8, ' ', 1),
    LO(Kind.TEXT, 8, ' ', 1),
    LT(Kind.LONG_TEXT, 8, ' ', 1),
    OB(Kind.UNSIGNED, 12, 0, 1),
    OD(Kind.FLOAT, 12, 0, 8),
    OF(Kind.FLOAT, 12, 0, 4),
    OL(Kind.UNSIGNED, 12, 0, 4),
    OV(Kind.UNSIGNED, 12, 0, 8),
    OW(Kind.UNSIGNED, 12, 0, 2),
    PN(Kind.TEXT, 8, ' ', 1),
    SH(Kind.TEXT, 8, ' ', 1),
    SL(Kind.SIGNED, 8, 0, 4),
    SQ(Kind.ITEMS, 12, 0, 1),
    SS(Kind.SIGNED, 8, 0, 2),
    ST(Kind.LONG_TEXT, 8, ' ', 1),
    SV(Kind.SIGNED, 12, 0, 8),
    TM(Kind.ASCII, 8, ' ', 1),
    UC(Kind.TEXT, 12, ' ', 1),
    UI(Kind.ASCII, 8, 0, 1),
    UL(Kind.UNSIGNED, 8, 0, 4),
    UN(Kind.OPAQUE, 12, 0, 1),
    UR(Kind.ASCII, 12, ' ', 1),
    US(Kind.UNSIGNED, 8, 0, 2),
    UT(Kind.LONG_TEXT, 12, ' ', 1),
    UV(Kind.UNSIGNED, 12, 0, 8);

    /** How the bytes of a value are read. */
    public enum Kind {
        /** Text of the default repertoire, several values parted by backslashes. */
        ASCII,
        /** As ASCII, and each value is a number. */
        DECIMAL_STRING,
        /** Text in the Specific Character Set, several values parted by backslashes. */
        TEXT,
        /** Text in the Specific Character Set, one value; a backslash is a character, leading blanks count. */
        LONG_TEXT,
        UNSIGNED,
        SIGNED,
        FLOAT,
        /** Pairs of 16 bits: group, element. */
        TAG,
        ITEMS,
        OPAQUE
    }

    private static final Vr[] BY_CODE = new Vr[26 * 26];

    static {
        for (Vr vr : values()) {
            BY_CODE[slot(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int headerLength;
    private final byte padding;
    private final int unit;

    Vr(Kind kind, int headerLength, int padding, int unit) {
        this.kind = kind;
        this.headerLength = headerLength;
        this.padding = (byte) padding;
        this.unit = unit;
    }

    /** The VR of two code bytes, empty when the standard has no such VR. */
    public static Optional<Vr> of(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_CODE[slot(first, second)]);
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes of tag, VR and length in explicit VR: 8 with a 16-bit length, 12 with a 32-bit length (PS3.5 7.1.2). */
    public int headerLength() {
        return headerLength;
    }

    /** The byte that makes an odd value even. */
    public byte padding() {
        return padding;
    }

    /** Bytes of one binary number, the unit that big endian turns round; 1 for text and bytes. */
    public int unit() {
        return unit;
    }

    /** Whether values are characters. */
    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.DECIMAL_STRING || kind == Kind.TEXT || kind == Kind.LONG_TEXT;
    }

    private static int slot(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }
}
