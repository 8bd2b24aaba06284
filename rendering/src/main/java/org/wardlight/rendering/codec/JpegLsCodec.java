// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.nio.ByteBuffer;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/** JPEG-LS, lossless and near-lossless (ITU-T T.87), in every interleave mode, 2 to 16 bits. */
final class JpegLsCodec implements FrameCodec {
    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        WorkBudget.frame(frame, layout);
        return new Stream(frame, layout).decode();
    }

    /** One codestream on its way through its markers. */
    private static final class Stream {
        private static final int SOI = 0xFFD8;
        private static final int EOI = 0xFFD9;
        private static final int SOS = 0xFFDA;
        private static final int DRI = 0xFFDD;
        private static final int APP8 = 0xFFE8;
        private static final int SOF55 = 0xFFF7;
        private static final int LSE = 0xFFF8;

        private final byte[] in;
        private final FrameLayout layout;
        private final JpegLsTarget target;
        private final int[] lse = new int[5];
        private int precision;
        private byte[] componentIds = new byte[0];

        Stream(byte[] in, FrameLayout layout) {
            this.in = in;
            this.layout = layout;
            this.target = new JpegLsTarget(layout);
        }

        StoredFrame decode() {
            if (in.length < 2 || word(0) != SOI) {
                throw new MalformedDicom("the JPEG-LS frame does not begin with FFD8");
            }
            int at = 2;
            int done = 0;
            int segments = 0;
            while (done < layout.samples()) {
                while (at + 1 < in.length && in[at] == (byte) 0xFF && in[at + 1] == (byte) 0xFF) {
                    at++;
                }
                int marker = word(at);
                if (++segments > WorkBudget.SEGMENTS) {
                    throw new LimitExceeded("the JPEG-LS frame has more than " + WorkBudget.SEGMENTS + " segments");
                }
                if (marker == EOI) {
                    throw new MalformedDicom(
                            "the JPEG-LS frame ends after " + done + " of " + layout.samples() + " components");
                }
                int length = word(at + 2);
                if (length < 2 || at + 2 + length > in.length) {
                    throw new MalformedDicom(
                            "JPEG-LS segment %04X at byte %d has a length of %d".formatted(marker, at, length));
                }
                ByteBuffer segment = ByteBuffer.wrap(in, at + 4, length - 2).slice();
                at += 2 + length;
                if (marker == SOS) {
                    int components = componentsOf(segment, done);
                    at = scan(segment, at, done, components);
                    done += components;
                } else {
                    segment(marker, segment);
                }
            }
            return target.frame();
        }

        private int word(int at) {
            if (at + 2 > in.length) {
                throw new MalformedDicom("the JPEG-LS frame ends at byte " + in.length + ", inside its markers");
            }
            return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
        }

        private void segment(int marker, ByteBuffer segment) {
            if (marker == SOF55) {
                frameHeader(segment);
            } else if (marker == LSE) {
                presets(segment);
            } else if (marker == DRI && hasBits(segment)) {
                throw new Unsupported("JPEG-LS with restart intervals: not shown");
            } else if (marker == APP8 && isColorTransform(segment)) {
                throw new Unsupported("JPEG-LS with a maker's own colour transform: not shown");
            }
        }

        private static boolean hasBits(ByteBuffer segment) {
            while (segment.hasRemaining()) {
                if (segment.get() != 0) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isColorTransform(ByteBuffer segment) {
            return segment.remaining() >= 5 && segment.getInt(0) == 0x6D726678 && segment.get(4) != 0;
        }

        private void frameHeader(ByteBuffer segment) {
            int components = segment.remaining() < 6 ? 0 : segment.get(5) & 0xFF;
            if (segment.remaining() < 6 + 3 * components) {
                throw new MalformedDicom("the JPEG-LS frame header is too short");
            }
            precision = segment.get(0) & 0xFF;
            int rows = segment.getShort(1) & 0xFFFF;
            int columns = segment.getShort(3) & 0xFFFF;
            if (rows != layout.rows() || columns != layout.columns() || components != layout.samples()) {
                throw new MalformedDicom("the JPEG-LS frame is " + rows + " x " + columns + " x " + components
                        + ", the header says " + layout.rows() + " x " + layout.columns() + " x " + layout.samples());
            }
            if (precision < 2 || precision > 16 || precision > layout.bitsAllocated()) {
                throw new MalformedDicom("the JPEG-LS precision is " + precision + " bits, expected 2 to "
                        + Math.min(16, layout.bitsAllocated()));
            }
            componentIds = new byte[components];
            for (int k = 0; k < components; k++) {
                componentIds[k] = segment.get(6 + 3 * k);
                if (segment.get(7 + 3 * k) != 0x11) {
                    throw new Unsupported("JPEG-LS with components of different sizes: not shown");
                }
            }
        }

        private void presets(ByteBuffer segment) {
            int id = segment.hasRemaining() ? segment.get(0) : 0;
            if (id == 1 && segment.remaining() >= 11) {
                for (int i = 0; i < 5; i++) {
                    lse[i] = segment.getShort(1 + 2 * i) & 0xFFFF;
                }
            } else {
                throw new Unsupported("JPEG-LS with an extension of kind " + id + ": not shown");
            }
        }

        /** How many components a scan has; they must be the next ones of the frame. */
        private int componentsOf(ByteBuffer segment, int done) {
            int components = segment.hasRemaining() ? segment.get(0) & 0xFF : 0;
            if (precision == 0) {
                throw new MalformedDicom("a JPEG-LS scan comes before the frame header");
            }
            if (components < 1 || done + components > layout.samples() || segment.remaining() < 4 + 2 * components) {
                throw new MalformedDicom("a JPEG-LS scan header names " + components + " components");
            }
            for (int k = 0; k < components; k++) {
                if (segment.get(1 + 2 * k) != componentIds[done + k]) {
                    throw new MalformedDicom("the JPEG-LS scans hold the components in another order than the frame");
                }
                if (segment.get(2 + 2 * k) != 0) {
                    throw new Unsupported("JPEG-LS with a mapping table: not shown");
                }
            }
            return components;
        }

        private int scan(ByteBuffer segment, int at, int first, int components) {
            int after = 1 + 2 * components;
            int near = segment.get(after) & 0xFF;
            int interleave = segment.get(after + 1) & 0xFF;
            int shift = segment.get(after + 2) & 0xFF;
            if (interleave > 2 || (interleave == 0 && components > 1) || shift > 15) {
                throw new MalformedDicom("a JPEG-LS scan of " + components + " components has interleave mode "
                        + interleave + " and point transform " + shift);
            }
            JpegLsBits bits = new JpegLsBits(in, at);
            JpegLsScan scan =
                    new JpegLsScan(bits, JpegLsPresets.of(precision, near, lse[0], lse[1], lse[2], lse[3], lse[4]));
            JpegLsScan.Lines[] lines = new JpegLsScan.Lines[components];
            java.util.Arrays.setAll(lines, k -> new JpegLsScan.Lines(layout.columns()));
            for (int row = 0; row < layout.rows(); row++) {
                if (interleave == 2) {
                    scan.line(lines, layout.columns());
                } else {
                    for (JpegLsScan.Lines one : lines) {
                        scan.line(one, layout.columns());
                    }
                }
                for (int k = 0; k < components; k++) {
                    target.put(row, first + k, lines[k], shift);
                }
            }
            return nextMarker(bits.position());
        }

        /** The next marker at or after a position: padding bits may lie before it. */
        private int nextMarker(int from) {
            for (int at = Math.max(0, from - 1); at + 1 < in.length; at++) {
                if (in[at] == (byte) 0xFF && (in[at + 1] & 0x80) != 0 && in[at + 1] != (byte) 0xFF) {
                    return at;
                }
            }
            return in.length;
        }
    }
}
