// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.StagedBlob;

/** The first half of the way in: from an item to a blob and what its header says. Thread-safe. */
final class Intake {
    private final Blobs blobs;
    private final Limits limits;

    Intake(Blobs blobs, Limits limits) {
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * Keeps an item as a blob if it is a whole object of a study.
     *
     * @throws IOException when the store fails; a failing item is turned away
     */
    Taken take(IngestItem item) throws IOException {
        try {
            glance(item);
            return stage(item);
        } catch (Rejection e) {
            return Taken.rejected(item.name(), e);
        }
    }

    /** Turns away what is no object before a byte of it is copied. */
    private void glance(IngestItem item) throws Rejection {
        try {
            Optional<ByteSource> seekable = item.seekable();
            if (seekable.isPresent()) {
                try (ByteSource source = seekable.get()) {
                    notEmpty(source);
                    ObjectFacts.check(DicomReader.read(source, limits));
                }
            }
        } catch (RenderingException e) {
            throw new Rejection(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private Taken stage(IngestItem item) throws IOException, Rejection {
        try (Watched bytes = open(item)) {
            try (StagedBlob staged = blobs.stage(bytes)) {
                Taken taken = read(item.name(), staged.hash(), staged.source());
                if (taken.object() == null) {
                    return taken;
                }
                String objection = item.objection(taken.object());
                if (!objection.isEmpty()) {
                    return Taken.rejected(item.name(), objection);
                }
                staged.keep();
                return taken;
            } catch (IOException e) {
                if (bytes.failed) {
                    throw unreadable();
                }
                throw e;
            }
        }
    }

    private static Watched open(IngestItem item) throws Rejection {
        try {
            return new Watched(item.open());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Reads the header of a blob that is here already, whose name is its hash. */
    Taken look(BlobHash hash) throws IOException {
        try (ByteSource source = blobs.open(hash)) {
            return read(hash.hex(), hash, source);
        }
    }

    private Taken read(String name, BlobHash hash, ByteSource source) throws IOException {
        try {
            notEmpty(source);
            return Taken.of(name, ObjectFacts.of(DicomReader.read(source, limits), hash, source.size()));
        } catch (RenderingException e) {
            return Taken.rejected(name, String.valueOf(e.getMessage()));
        } catch (Rejection e) {
            return Taken.rejected(name, e);
        }
    }

    private static void notEmpty(ByteSource source) throws Rejection {
        if (source.size() == 0) {
            throw new Rejection("empty: a file of 0 bytes");
        }
    }

    private static Rejection unreadable() {
        return new Rejection("cannot be read to its end: permissions, or a failing disk or connection");
    }

    /** Remembers whether it was the item that failed, so that a full disk of ours is not blamed on it. */
    private static final class Watched extends FilterInputStream {
        private boolean failed;

        Watched(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
