// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

class MemoryByteSourceTest extends ByteSourceContract {
    @Override
    ByteSource open(byte[] bytes) {
        return new MemoryByteSource(bytes);
    }
}
