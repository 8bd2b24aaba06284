// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering;

/**
 * What can be wrong with a DICOM object, as its receiver can act on it. Messages name tags, offsets, lengths and UIDs of
 * the standard; never a value that describes a patient. {@link java.io.IOException}s of the byte source pass through as
 * they are.
 */
public abstract sealed class RenderingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RenderingException(String message) {
        super(message);
    }

    /** The bytes break the standard: says where (byte offset, tag path) and what was expected. */
    public static final class MalformedDicom extends RenderingException {
        private static final long serialVersionUID = 1L;

        public MalformedDicom(String message) {
            super(message);
        }
    }

    /** The object is sound, but of a kind that is not shown: says in plain words what it is. */
    public static final class Unsupported extends RenderingException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super(message);
        }
    }

    /** The object asks for more than a stated limit: says which limit, its value and what was asked. */
    public static final class LimitExceeded extends RenderingException {
        private static final long serialVersionUID = 1L;

        public LimitExceeded(String message) {
            super(message);
        }
    }
}
