// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which encoder writes JPEG: libjpeg-turbo where it loads and proves to make the bytes that it should, else the JDK's writer, which is
 * slower. What keeps the first from use is said once in the log, and to whoever asks for {@link #notice}. Thread-safe.
 */
public final class JpegEncoders implements JpegEncoder {
    /** Which one: {@code turbo} or {@code java}; neither is the first that works. Read once, when the first picture is written. */
    private static final String SETTING = "wardlight.jpeg";

    private static final System.Logger LOG = System.getLogger(JpegEncoders.class.getName());

    private static final class Standard {
        static final JpegEncoders HERE =
                named(System.getProperty(SETTING, ""), TurboJpegEncoder::load, new JdkJpegEncoder());
    }

    private final @Nullable JpegEncoder fast;
    private final JpegEncoder sure;
    private final AtomicReference<@Nullable String> notice = new AtomicReference<>();

    private JpegEncoders(@Nullable JpegEncoder fast, JpegEncoder sure) {
        this.fast = fast;
        this.sure = sure;
    }

    /** The one that this machine uses. */
    public static JpegEncoders standard() {
        return Standard.HERE;
    }

    /**
     * By the name that an operator gives.
     *
     * @param loader gives the fast one, or fails with the reason
     */
    static JpegEncoders named(String name, Supplier<JpegEncoder> loader, JpegEncoder sure) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.equals("java")) {
            return new JpegEncoders(null, sure);
        }
        if (!wanted.isEmpty() && !wanted.equals("turbo")) {
            return slow(sure, "JPEG is written by Java: the setting " + SETTING + " must be turbo or java.");
        }
        try {
            return new JpegEncoders(loader.get(), sure);
        } catch (RuntimeException | LinkageError notHere) {
            return slow(
                    sure, "JPEG is written by Java, more slowly: libjpeg-turbo is not usable here" + reason(notHere));
        }
    }

    private static JpegEncoders slow(JpegEncoder sure, String why) {
        JpegEncoders one = new JpegEncoders(null, sure);
        one.say(why);
        return one;
    }

    @Override
    public byte[] encode(byte[] pixels, int rows, int columns, int samples, int quality) {
        JpegEncoder first = fast;
        if (first != null && notice.get() == null) {
            JpegEncoder.check(pixels, rows, columns, samples, quality);
            try {
                return first.encode(pixels, rows, columns, samples, quality);
            } catch (RuntimeException | LinkageError failure) {
                say("JPEG is written by Java from now on, more slowly: libjpeg-turbo failed" + reason(failure));
            }
        }
        return sure.encode(pixels, rows, columns, samples, quality);
    }

    /** Whether the fast one writes. */
    public boolean fast() {
        return fast != null && notice.get() == null;
    }

    /** Why the fast one is not used although it was not turned off, in a sentence. */
    public Optional<String> notice() {
        return Optional.ofNullable(notice.get());
    }

    private void say(String sentence) {
        if (notice.compareAndSet(null, sentence)) {
            LOG.log(System.Logger.Level.WARNING, sentence);
        }
    }

    /** The kind of failure alone: texts of exceptions may hold paths. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return " (" + cause.getClass().getSimpleName() + ").";
    }
}
