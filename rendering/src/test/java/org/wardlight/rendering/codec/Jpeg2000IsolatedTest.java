// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.wardlight.rendering.isolation.ChildLimits;
import org.wardlight.rendering.isolation.ChildPool;

/** JPEG 2000 in a child process is the same as here, whatever is done to it. */
class Jpeg2000IsolatedTest extends Jpeg2000Contract {
    private static final ChildPool POOL = new ChildPool(CodecService.class, new ChildLimits(256, 1024), 1);

    @AfterAll
    static void end() {
        POOL.close();
    }

    @Override
    Supplier<OpenJpeg> carrier() {
        return OpenJpegCarriers.EITHER;
    }

    @Override
    FrameCodec codec() {
        return new IsolatedCodec(POOL, "1.2.840.10008.1.2.4.90", Duration.ofSeconds(30));
    }
}
