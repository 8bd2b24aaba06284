// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data set while it is being read: where it stands in the nesting, how it is encoded, what was read of it. One thread. */
final class Level {
    final @Nullable TagPath path;
    final int depth;
    final boolean implicit;
    final boolean bigEndian;
    final List<Element> elements = new ArrayList<>();
    CharacterSet characterSet;
    boolean signedPixels;
    /** Offset that none of its elements may pass: of what encloses it, where it does not say its length. */
    long end = Long.MAX_VALUE;

    private Level(
            @Nullable TagPath path,
            int depth,
            boolean implicit,
            boolean bigEndian,
            CharacterSet characterSet,
            boolean signed) {
        this.path = path;
        this.depth = depth;
        this.implicit = implicit;
        this.bigEndian = bigEndian;
        this.characterSet = characterSet;
        this.signedPixels = signed;
    }

    static Level root(boolean implicit, boolean bigEndian) {
        return new Level(null, 0, implicit, bigEndian, CharacterSet.DEFAULT, false);
    }

    /** The level of an item, which begins with the character set and Pixel Representation of what holds it. */
    Level item(int sequence, int item, boolean implicitItems, boolean bigEndianItems) {
        TagPath itemPath = new TagPath(path, sequence, item);
        return new Level(itemPath, depth + 1, implicitItems, bigEndianItems, characterSet, signedPixels);
    }

    boolean isRoot() {
        return depth == 0;
    }

    void add(Element element) {
        elements.add(element);
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            characterSet = CharacterSet.of(TextValues.of(element, CharacterSet.DEFAULT));
        } else if (element.tag() == Tag.PIXEL_REPRESENTATION) {
            signedPixels = NumberValues.first(element).orElse(0) == 1;
        }
    }

    /** Sorts what is out of order; of a tag that comes twice, the last one counts. */
    DataSet toDataSet() {
        Element[] array = elements.toArray(Element[]::new);
        for (int i = 1; i < array.length; i++) {
            if (Integer.compareUnsigned(array[i - 1].tag(), array[i].tag()) >= 0) {
                return new DataSet(sortedLastWins(array), characterSet);
            }
        }
        return new DataSet(array, characterSet);
    }

    private static Element[] sortedLastWins(Element[] array) {
        Arrays.sort(array, Comparator.comparing(Element::tag, Integer::compareUnsigned));
        int count = 0;
        for (int i = 0; i < array.length; i++) {
            if (i + 1 == array.length || array[i].tag() != array[i + 1].tag()) {
                array[count++] = array[i];
            }
        }
        return Arrays.copyOf(array, count);
    }
}
