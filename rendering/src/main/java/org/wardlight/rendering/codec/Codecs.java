// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.isolation.ChildPool;

/** Which codec decodes which transfer syntax. Immutable. */
public final class Codecs {
    /** Which carrier of OpenJPEG decodes JPEG 2000: {@code jna} or {@code opencv}; read once, when the first codec is asked for. */
    private static final String OPENJPEG = "wardlight.openjpeg";

    /** Read when the first codec is asked for, so that a program can say before what it wants. */
    private static final class Standard {
        static final Codecs CODECS = Isolation.wanted() ? inProcess().isolated(Isolation.pool()) : inProcess();
    }

    /** All codecs, native ones too, in this process. */
    static Codecs inProcess() {
        return with(OpenJpegCarriers.named(System.getProperty(OPENJPEG, "")));
    }

    /** The same, but native ones in children of the pool. */
    Codecs isolated(ChildPool pool) {
        Map<String, FrameCodec> all = new HashMap<>(bySyntax);
        all.replaceAll((uid, codec) -> codec instanceof Jpeg2000Codec ? Isolation.codec(pool, uid) : codec);
        return new Codecs(Map.copyOf(all));
    }

    /** All codecs, with one of the carriers of OpenJPEG. */
    static Codecs with(Supplier<OpenJpeg> carrier) {
        FrameCodec jpeg2000 = new Jpeg2000Codec(carrier);
        return new Codecs(Map.ofEntries(
                Map.entry("1.2.840.10008.1.2", new NativeCodec()),
                Map.entry("1.2.840.10008.1.2.1", new NativeCodec()),
                Map.entry("1.2.840.10008.1.2.1.98", new NativeCodec()),
                Map.entry("1.2.840.10008.1.2.1.99", new NativeCodec()),
                Map.entry("1.2.840.10008.1.2.2", new NativeCodec()),
                Map.entry("1.2.840.10008.1.2.5", new RleCodec()),
                Map.entry("1.2.840.10008.1.2.8.1", new DeflatedFrameCodec()),
                Map.entry("1.2.840.10008.1.2.4.50", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.51", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.53", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.55", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.57", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.70", new JpegCodec()),
                Map.entry("1.2.840.10008.1.2.4.80", new JpegLsCodec()),
                Map.entry("1.2.840.10008.1.2.4.81", new JpegLsCodec()),
                Map.entry("1.2.840.10008.1.2.4.90", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.91", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.92", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.93", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.201", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.202", jpeg2000),
                Map.entry("1.2.840.10008.1.2.4.203", jpeg2000)));
    }

    private final Map<String, FrameCodec> bySyntax;

    private Codecs(Map<String, FrameCodec> bySyntax) {
        this.bySyntax = bySyntax;
    }

    /** All codecs of this program. */
    public static Codecs standard() {
        return Standard.CODECS;
    }

    /**
     * The codec of a transfer syntax.
     *
     * @throws Unsupported when there is none, with the syntax in plain words
     */
    public FrameCodec forSyntax(String uid) {
        FrameCodec codec = bySyntax.get(uid);
        if (codec == null) {
            throw new Unsupported(TransferSyntax.of(uid).name() + " (" + uid + "): not shown yet");
        }
        return codec;
    }
}
