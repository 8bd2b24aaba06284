// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * JPEG of ITU T.81 as PS3.5 8.2.1 and A.4.1 use it: eight bits through the JDK, lossless and 12 bits through our own decoder. Which
 * process a codestream is of, it says itself; the transfer syntax is not asked.
 */
final class JpegCodec implements FrameCodec {
    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        JpegInfo info = JpegInfo.of(frame);
        requireSame("rows", info.rows(), layout.rows());
        requireSame("columns", info.columns(), layout.columns());
        requireSame("components", info.components().size(), layout.samples());
        if (info.precision() > layout.bitsAllocated()) {
            throw new MalformedDicom("the JPEG codestream has " + info.precision()
                    + " bits a sample, Bits Allocated is " + layout.bitsAllocated());
        }
        WorkBudget.frame(frame, layout);
        FrameLayout decoded = layout.as(JpegColor.of(info, layout.photometric()));
        if (!info.lossless()) {
            WorkBudget.scans(frame, info);
        }
        if (info.eightBitDct()) {
            return fitted(decoded, JdkJpeg.decode(frame, info));
        }
        if (info.lossless() && info.precision() >= 2 && info.precision() <= 16
                || (info.process() == 0xC1 || info.progressive()) && info.precision() == 12) {
            return fitted(decoded, HuffmanJpeg.decode(frame, info), info.precision());
        }
        throw new Unsupported(name(info) + ": not shown yet");
    }

    private static void requireSame(String what, int found, int expected) {
        if (found != expected) {
            throw new MalformedDicom("the JPEG codestream has " + found + " " + what + ", the header " + expected);
        }
    }

    private static String name(JpegInfo info) {
        String process = switch (info.process()) {
            case 0xC0, 0xC1 -> "sequential JPEG";
            case 0xC2 -> "progressive JPEG";
            case 0xC3 -> "lossless JPEG";
            case 0xF7 -> "JPEG-LS under the name of JPEG";
            case 0xC9, 0xCA, 0xCB -> "JPEG with arithmetic coding";
            default -> "hierarchical JPEG";
        };
        return process + " of " + info.precision() + " bits";
    }

    private static StoredFrame fitted(FrameLayout layout, byte[] samples) {
        if (layout.bitsAllocated() == 8) {
            ValueFit.of(layout).apply(samples);
            return StoredFrame.of(layout, samples);
        }
        short[] words = new short[samples.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (samples[i] & 0xFF);
        }
        return fitted(layout, words, 8);
    }

    private static StoredFrame fitted(FrameLayout layout, short[] samples, int precision) {
        // A codestream that reaches up to High Bit holds whole containers; a narrower one holds the value itself.
        ValueFit fit = precision > layout.highBit() ? ValueFit.of(layout) : ValueFit.rightAligned(layout);
        return switch (layout.bitsAllocated()) {
            case 16 -> {
                fit.apply(samples);
                yield StoredFrame.of(layout, samples);
            }
            case 8 -> {
                byte[] bytes = new byte[samples.length];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) fit.fit(samples[i]);
                }
                yield StoredFrame.of(layout, bytes);
            }
            default ->
                throw new MalformedDicom("JPEG with Bits Allocated " + layout.bitsAllocated() + ", expected 8 or 16");
        };
    }
}
