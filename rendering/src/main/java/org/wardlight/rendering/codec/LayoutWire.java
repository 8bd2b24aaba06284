// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A layout on its way to a child process: see {@link IsolatedCodec}. */
final class LayoutWire {
    private LayoutWire() {}

    static void write(FrameLayout layout, DataOutputStream out) throws IOException {
        out.writeInt(layout.rows());
        out.writeInt(layout.columns());
        out.writeInt(layout.samples());
        out.writeInt(layout.bitsAllocated());
        out.writeInt(layout.bitsStored());
        out.writeInt(layout.highBit());
        out.writeBoolean(layout.signed());
        out.writeBoolean(layout.planar());
        out.writeUTF(layout.photometric().name());
    }

    static FrameLayout read(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        int samples = in.readInt();
        int allocated = in.readInt();
        int stored = in.readInt();
        int high = in.readInt();
        boolean signed = in.readBoolean();
        boolean planar = in.readBoolean();
        return new FrameLayout(
                rows, columns, samples, allocated, stored, high, signed, Photometric.valueOf(in.readUTF()), planar);
    }
}
