// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.server.cli.CheckRow.Status;

/** Reads one file as far as showing it would, and says what came of it. Never throws for what is in the file. */
final class FileCheck {
    private final Limits limits;
    private final ValueFiles values;

    FileCheck(Limits limits, ValueFiles values) {
        this.limits = limits;
        this.values = values;
    }

    CheckRow check(Path file) throws IOException {
        String name = file.toString();
        Facts facts = new Facts(name);
        try (FileByteSource source = FileByteSource.open(file)) {
            if (source.size() == 0) {
                return CheckRow.rejected(name, "The file is empty: 0 bytes.");
            }
            DicomObject object = DicomReader.read(source, limits);
            facts.object = object;
            return described(facts, object, file);
        } catch (RenderingException broken) {
            return facts.rejected(Failures.sentence(broken));
        } catch (FileSystemException | java.io.FileNotFoundException unreadable) {
            return facts.rejected("The file cannot be opened: it is gone or may not be read by this user.");
        } catch (java.io.EOFException cutOff) {
            return facts.rejected("The file ends before its pixel data does; copy it again from its source.");
        } catch (StackOverflowError tooDeep) {
            return facts.rejected("The file nests its contents deeper than can be followed.");
        } catch (OutOfMemoryError tooLarge) {
            return facts.rejected("The file needs more memory than there is ("
                    + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB); give more with WARDLIGHT_JAVA_OPTS=-Xmx2g.");
        } catch (RuntimeException ownFault) {
            return facts.rejected("Wardlight met a fault of its own in this file ("
                    + ownFault.getClass().getSimpleName() + "); please report it.");
        }
    }

    private CheckRow described(Facts facts, DicomObject object, Path file) throws IOException {
        Optional<String> refusal = Refusals.of(object);
        if (refusal.isPresent()) {
            return facts.rejected(refusal.get());
        }
        Optional<Absence> absence = Absence.of(object);
        if (absence.isPresent()) {
            return facts.row(
                    absence.get().status(),
                    null,
                    null,
                    null,
                    null,
                    absence.get().message());
        }
        ImageHeader header = ImageHeaders.of(object);
        facts.header = header;
        int last = header.frames().size();
        StoredFrame first = Frames.decode(object, object.source(), 1, limits);
        Extent extent = Extent.EMPTY.with(first);
        String firstHash = hash(values.write(file, "1", first));
        String lastHash = firstHash;
        if (last == 1) {
            values.write(file, "last", first);
        } else {
            StoredFrame frame = Frames.decode(object, object.source(), last, limits);
            extent = extent.with(frame);
            lastHash = hash(values.write(file, "last", frame));
        }
        // The last frame was decoded: if bytes are missing or broken, they are not of the picture.
        String message = object.complete()
                ? ""
                : "All frames are here, but the file is cut off or broken behind them; copy it again from its source.";
        return facts.row(Status.IMAGE, firstHash, lastHash, extent.minimum(), extent.maximum(), message);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What is known so far, for the line of a file that fails half way. */
    private static final class Facts {
        private final String path;
        private @Nullable DicomObject object;
        private @Nullable ImageHeader header;

        Facts(String path) {
            this.path = path;
        }

        CheckRow rejected(String message) {
            return row(Status.REJECTED, null, null, null, null, message);
        }

        CheckRow row(
                Status status,
                @Nullable String first,
                @Nullable String last,
                @Nullable Number minimum,
                @Nullable Number maximum,
                String message) {
            FrameKind kind = header == null
                    ? null
                    : header.kinds().get(header.frames().get(0).kind());
            return new CheckRow(
                    path,
                    status,
                    object == null ? null : object.sopClassUid().orElse(null),
                    object == null ? null : object.syntax().uid(),
                    header == null ? null : header.frames().size(),
                    kind == null ? null : kind.rows(),
                    kind == null ? null : kind.columns(),
                    first,
                    last,
                    minimum,
                    maximum,
                    message);
        }
    }

    /** Smallest and largest stored value over some frames; what is not a number does not count. */
    private record Extent(double least, double most, boolean floating) {
        static final Extent EMPTY = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);

        Extent with(StoredFrame frame) {
            double low = least;
            double high = most;
            int count = Math.toIntExact(frame.layout().values());
            for (int i = 0; i < count; i++) {
                double value = frame.number(i);
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            return new Extent(low, high, frame.layout().floating());
        }

        @Nullable
        Number minimum() {
            return number(least);
        }

        @Nullable
        Number maximum() {
            return number(most);
        }

        private @Nullable Number number(double value) {
            if (least > most) {
                return null;
            }
            return floating ? (Number) value : (Number) (long) value;
        }
    }
}
