// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one object is of a slide (PS3.3 C.8.12.4, C.7.6.17.3). Kept with the object's header.
 *
 * @param flavor value 3 of Image Type
 * @param rows Total Pixel Matrix Rows
 * @param columns Total Pixel Matrix Columns
 * @param tileRows rows of one frame
 * @param tileColumns columns of one frame
 * @param frames frames of this object
 * @param paths optical paths in the order of the file, each by its identifier
 * @param names what the paths are called, in the same order
 * @param planes focal planes
 * @param sparse whether each frame says where it lies; else they follow each other row by row
 * @param frameOfReference Frame of Reference UID, empty when absent
 * @param concatenation Concatenation UID, null when the object stands alone
 * @param firstFrame Concatenation Frame Offset Number: frames of the concatenation before this object's
 * @param background colour of absent pixels as 0xRRGGBB (Recommended Absent Pixel CIELab Value), white when not stated
 */
public record SlidePart(
        Flavor flavor,
        int rows,
        int columns,
        int tileRows,
        int tileColumns,
        int frames,
        List<String> paths,
        List<String> names,
        int planes,
        boolean sparse,
        String frameOfReference,
        @Nullable String concatenation,
        int firstFrame,
        int background) {

    /** Which picture of the slide the object holds. */
    public enum Flavor {
        VOLUME,
        THUMBNAIL,
        LABEL,
        OVERVIEW
    }

    public SlidePart {
        paths = List.copyOf(paths);
        names = List.copyOf(names);
    }

    /** Whether it is a level of the slide proper. */
    public boolean levelOfSlide() {
        return flavor == Flavor.VOLUME || flavor == Flavor.THUMBNAIL;
    }

    /** Tiles in a row of the matrix, the last one perhaps reaching past its edge. */
    public int tilesAcross() {
        return (columns + tileColumns - 1) / tileColumns;
    }

    /** Rows of tiles. */
    public int tilesDown() {
        return (rows + tileRows - 1) / tileRows;
    }

    /** Frames that it and what it is concatenated with have when no tile is missing. */
    public long whole() {
        return (long) tilesAcross() * tilesDown() * paths.size() * planes;
    }
}
