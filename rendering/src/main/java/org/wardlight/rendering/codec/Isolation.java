// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.time.Duration;
import org.wardlight.rendering.isolation.ChildLimits;
import org.wardlight.rendering.isolation.ChildPool;

/**
 * Whether native decoders run in processes of their own. The system property {@code wardlight.codecs} says so: {@code isolated}, or {@code in-process} which
 * is also what it is when nothing says. Read once, when the first codec is asked for.
 */
public final class Isolation {
    public static final String PROPERTY = "wardlight.codecs";
    private static final String ISOLATED = "isolated";
    /** Enough for the JPEG 2000 of 60 million samples. */
    private static final ChildLimits LIMITS = new ChildLimits(768, 1792);

    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final int MOST = 4;

    private Isolation() {}

    /** What a program that serves others does before it reads a frame; an operator's own setting stays. */
    public static void byDefault() {
        if (System.getProperty(PROPERTY, "").isEmpty()) {
            System.setProperty(PROPERTY, ISOLATED);
        }
    }

    static boolean wanted() {
        return ISOLATED.equals(System.getProperty(PROPERTY, ""));
    }

    /** One child a core, at most four; they start when they are needed. */
    static ChildPool pool() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ChildPool(CodecService.class, LIMITS, Math.max(1, Math.min(MOST, cores)));
    }

    static FrameCodec codec(ChildPool pool, String syntax) {
        return new IsolatedCodec(pool, syntax, LEAST);
    }
}
