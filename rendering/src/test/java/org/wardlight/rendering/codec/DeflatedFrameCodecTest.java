// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Arrays;
import java.util.zip.Deflater;

class DeflatedFrameCodecTest extends FrameCodecContract {
    @Override
    FrameCodec codec() {
        return new DeflatedFrameCodec();
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(8, 8, 8, 8, false);
    }

    @Override
    int[] expected() {
        int[] out = new int[64];
        for (int i = 0; i < out.length; i++) {
            out[i] = i * i % 251;
        }
        return out;
    }

    @Override
    byte[] good() {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) expected()[i];
        }
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[200];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
