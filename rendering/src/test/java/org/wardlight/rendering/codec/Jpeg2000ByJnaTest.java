// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.function.Supplier;

class Jpeg2000ByJnaTest extends Jpeg2000Contract {
    @Override
    Supplier<OpenJpeg> carrier() {
        return OpenJpegCarriers.JNA;
    }
}
