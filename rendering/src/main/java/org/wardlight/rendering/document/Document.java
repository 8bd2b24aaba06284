// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

/**
 * A document ready to be read.
 *
 * @param bytes UTF-8 where it is text; not to be changed
 * @param fileName a name to save it under, of letters, digits and hyphens
 */
@SuppressWarnings("ArrayRecordComponent")
public record Document(String mediaType, String fileName, byte[] bytes) {
    public static final String HTML = "text/html; charset=utf-8";
    public static final String SVG = "image/svg+xml";
}
