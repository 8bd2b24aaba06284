// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.dicomweb.StowResponse.Reference;
import org.wardlight.sync.BlockInput;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.list.Inside;
import org.wardlight.sync.list.ListEntry;

/** One instance on its way in, as its bytes come. Remembers their beginning, to name the instance when it is not kept. One thread. */
final class StowItem implements IngestItem {
    /** Largest single instance. */
    private static final long LARGEST = 16L << 30;

    private static final int REMEMBERED = 32 * 1024;

    private final Optional<String> study;
    private final Optional<Inside> inside;
    private final Remembering bytes;
    private @Nullable NewInstance seen;

    /**
     * @param study the only one that it may belong to
     * @param inside the lists of whose patients it must be
     */
    StowItem(InputStream bytes, Optional<String> study, Optional<Inside> inside) {
        this.bytes = new Remembering(bytes);
        this.study = study;
        this.inside = inside;
    }

    @Override
    public String name() {
        return "an uploaded instance";
    }

    @Override
    public InputStream open() {
        return bytes;
    }

    @Override
    public String objection(NewInstance object) {
        seen = object;
        if (isElsewhere()) {
            return "of a patient on none of the sender's lists";
        }
        return isOfAnotherStudy() ? "of another study than the address names" : "";
    }

    boolean isElsewhere() {
        NewInstance object = seen;
        return object != null
                && inside.filter(lists -> !lists.wouldHold(new ListEntry.Named(
                                object.study().study(),
                                object.patient().id(),
                                object.patient().issuer(),
                                object.study().accession())))
                        .isPresent();
    }

    boolean isOfAnotherStudy() {
        NewInstance object = seen;
        return object != null
                && study.filter(uid -> !uid.equals(object.study().study())).isPresent();
    }

    /** What could be read of who it is. */
    Reference reference() {
        return seen == null ? guessed() : Reference.of(seen);
    }

    private Reference guessed() {
        try {
            DicomObject object = DicomReader.read(
                    new MemoryByteSource(Arrays.copyOf(bytes.head, (int) Math.min(bytes.count, REMEMBERED))),
                    Limits.STANDARD);
            return new Reference(
                    object.sopClassUid(),
                    object.sopInstanceUid(),
                    object.data().string(Tag.SERIES_INSTANCE_UID),
                    object.data().string(Tag.STUDY_INSTANCE_UID));
        } catch (RenderingException | IOException unreadable) {
            return Reference.UNKNOWN;
        }
    }

    /** Closing it leaves the request's body open: other parts follow. */
    private static final class Remembering extends BlockInput {
        private final InputStream in;
        private final byte[] head = new byte[REMEMBERED];
        private long count;

        Remembering(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = in.read(target, offset, length);
            if (got > 0) {
                if (count < REMEMBERED) {
                    System.arraycopy(target, offset, head, (int) count, (int) Math.min(got, REMEMBERED - count));
                }
                count += got;
                if (count > LARGEST) {
                    throw new Refused(ProblemKind.TOO_LARGE);
                }
            }
            return got;
        }

        @Override
        public void close() {
            // The body goes on.
        }
    }
}
