// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

/**
 * What the header says of a frame.
 *
 * @param depth Bits Stored
 */
record VideoShape(int rows, int columns, int depth) {
    boolean words() {
        return depth > 8;
    }
}
