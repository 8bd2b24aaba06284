// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import org.wardlight.rendering.tile.Picture;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.BlobHash;

/** What a cached image was made from: the object's content, so that a key never stands for two pictures. */
sealed interface TileKey {
    /** Raised when this program draws something differently: kept images of before are then made anew. */
    String DRAWN_BY = "1/";

    /** The name under which the image is kept in the catalog. */
    String name();

    /** One tile. */
    record Tile(BlobHash object, int frame, Rendition rendition, TileAddress address) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + word() + "/" + object + "/" + frame + "/" + address.level() + "/" + address.row() + "/"
                    + address.column();
        }

        String word() {
            return rendition.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One strip sheet. */
    record Sheet(String study, String series, String version, int sheet) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + "strip/" + study + "/" + series + "/" + version + "/" + sheet;
        }
    }

    /** A page of a document. */
    record Document(BlobHash object, int page) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + "document/" + object + "/" + page;
        }
    }

    /** A page of one group of a waveform. */
    record Waveform(BlobHash object, int group, int page) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + "waveform/" + object + "/" + group + "/" + page;
        }
    }

    /** One layer over a frame; {@code drawn} is the object that it comes from, the frame's own when that holds it. */
    record Layer(BlobHash object, int frame, String layer, BlobHash drawn) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + "layer/" + object + "/" + frame + "/" + layer + "/" + drawn;
        }
    }

    /** A whole frame in one file. */
    record Whole(BlobHash object, int frame, Picture asked) implements TileKey {
        @Override
        public String name() {
            return DRAWN_BY + "rendered/" + object + "/" + frame + "/" + asked;
        }
    }

    /** One decoded frame. */
    record Frame(BlobHash object, int frame) {}
}
