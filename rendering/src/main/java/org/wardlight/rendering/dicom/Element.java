// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

/**
 * One data element (PS3.5 7.1).
 *
 * @param tag group and element number in one int, to be compared unsigned; see {@link Tag}
 */
public record Element(int tag, Vr vr, Value value) {
    @Override
    public String toString() {
        return Tag.format(tag) + " " + vr + " " + value;
    }
}
