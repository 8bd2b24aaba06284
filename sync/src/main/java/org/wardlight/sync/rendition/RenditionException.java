// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

/** Why a tile or strip cannot be given, as its receiver can act on it. What is wrong with the object itself is a {@link org.wardlight.rendering.RenderingException}. */
public abstract sealed class RenditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RenditionException(String message) {
        super(message);
    }

    /** What was asked for does not exist. */
    public static final class NotFound extends RenditionException {
        private static final long serialVersionUID = 1L;

        private final What what;

        public NotFound(What what) {
            super("no such " + what.word);
            this.what = what;
        }

        public What what() {
            return what;
        }
    }

    /**
     * The object's own identity is not the one that the catalog has for it: nothing of it may be drawn. The message names
     * the tag that differs, never its value.
     */
    public static final class IdentityMismatch extends RenditionException {
        private static final long serialVersionUID = 1L;

        public IdentityMismatch(String attribute) {
            super("the stored object's " + attribute + " differs from the catalog's: not drawn");
        }
    }

    /** The things that may be absent. */
    public enum What {
        SERIES("series"),
        INSTANCE("instance"),
        FRAME("frame"),
        TILE("tile"),
        SHEET("strip sheet"),
        LAYER("layer"),
        /** It exists, but not in the asked version: what the asker knows of the study is out of date. */
        VERSION("version");

        private final String word;

        What(String word) {
            this.word = word;
        }
    }
}
