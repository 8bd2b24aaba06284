// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.Hashing;
import org.wardlight.sync.blob.IntegrityMismatch;
import org.wardlight.sync.catalog.Arrival;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyRecord;

/**
 * Puts studies on a medium:
 *
 *     README.TXT                  what this is
 *     DICOM/S0000001/I0000001     objects as they are kept, byte for byte, unless corrected
 *     DICOMDIR                    written last, when all is there
 *
 * Each object's SHA-256 is compared while it streams: what is damaged ends the export, so a medium with a DICOMDIR is whole. Objects
 * that are kept but not shown, since they contradict their study, stay behind; those of a study that was put under another patient
 * leave under that one. Nothing is held of an object but its header. Thread-safe.
 */
public final class MediaExport {
    private static final int BUFFER = 64 * 1024;
    private static final long PREFIX_AT = 128;

    private final Catalog catalog;
    private final Blobs blobs;
    private final OutgoingIdentity identity;

    public MediaExport(Catalog catalog, Blobs blobs) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.identity = new OutgoingIdentity(catalog.amendments());
    }

    /**
     * What was put on a medium.
     *
     * @param objects how many objects
     * @param missing how many more the studies have, as far as is known, that are not here
     * @param withheld how many stayed behind, since they contradict their study
     */
    public record Exported(int studies, int objects, int missing, int withheld) {}

    private static long sound(StudyRecord study) {
        return study.series().stream()
                .flatMap(series -> series.instances().stream())
                .filter(MediaExport::isSound)
                .count();
    }

    private static boolean isSound(InstanceRecord instance) {
        return instance.standing() == Standing.SOUND;
    }

    /** A new UID for a DICOMDIR (PS3.5 B.2). */
    public static String newUid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }

    /**
     * Writes studies.
     *
     * @param directoryUid of the DICOMDIR
     * @param progress hears how many objects are on the medium
     * @throws IOException when the medium takes no more, or an object is missing or damaged
     */
    public Exported write(List<StudyRecord> studies, String directoryUid, Medium medium, LongConsumer progress)
            throws IOException {
        Exported exported = counts(studies);
        medium.file("README.TXT", out -> out.write(readme(exported).getBytes(StandardCharsets.US_ASCII)));
        Directory directory = new Directory();
        int folder = 0;
        long done = 0;
        for (StudyRecord study : studies) {
            for (SeriesRecord series : study.series()) {
                folder++;
                int file = 0;
                for (InstanceRecord instance : series.instances()) {
                    if (isSound(instance)) {
                        List<String> fileId = List.of("DICOM", name('S', folder), name('I', ++file));
                        put(
                                new LocatedInstance(
                                        study.summary().study().study(),
                                        series.series().series(),
                                        instance),
                                fileId,
                                directory,
                                medium);
                        progress.accept(++done);
                    }
                }
            }
        }
        medium.file("DICOMDIR", out -> directory.write(directoryUid, out));
        return exported;
    }

    private Exported counts(List<StudyRecord> studies) {
        int objects = 0;
        int all = 0;
        for (StudyRecord study : studies) {
            objects += (int) sound(study);
            all += study.series().stream()
                    .mapToInt(series -> series.instances().size())
                    .sum();
        }
        List<String> uids =
                studies.stream().map(study -> study.summary().study().study()).toList();
        int missing = catalog.arrivals(uids).stream().mapToInt(Arrival::missing).sum();
        return new Exported(studies.size(), objects, missing, all - objects);
    }

    private static String name(char kind, int number) {
        return String.format(Locale.ROOT, "%c%07d", kind, number);
    }

    private void put(LocatedInstance located, List<String> fileId, Directory directory, Medium medium)
            throws IOException {
        BlobHash blob = located.instance().blob();
        try (ByteSource source = blobs.open(blob)) {
            DicomObject stored = DicomReader.read(source, Limits.STANDARD);
            DicomObject object = identity.of(located, stored);
            boolean isCorrected = object != stored;
            directory.add(object, fileId);
            medium.file(String.join("/", fileId), out -> {
                if (isCorrected) {
                    verify(Hashing.of(source), blob);
                    DicomWriter.write(object, out);
                } else {
                    copy(source, object, blob, out);
                }
            });
        } catch (RenderingException e) {
            throw new IOException(
                    "an object that was taken in cannot be read any more; './wardlight doctor' finds it", e);
        }
    }

    private static void verify(BlobHash actual, BlobHash expected) throws IntegrityMismatch {
        if (!actual.equals(expected)) {
            throw new IntegrityMismatch(expected, actual);
        }
    }

    /** Files that came without the head of PS3.10 7.1 get one: a medium must have it. The bytes behind it are as they came. */
    private static void copy(ByteSource source, DicomObject object, BlobHash expected, OutputStream out)
            throws IOException {
        long from = 0;
        if (!isPart10(source)) {
            from = DicomReader.dataSetOffset(source, Limits.STANDARD);
            out.write(DicomWriter.head(
                    object.sopClassUid().orElse(""),
                    object.sopInstanceUid().orElse(""),
                    object.syntax().uid(),
                    ""));
        }
        MessageDigest digest = BlobHash.digest();
        byte[] buffer = new byte[BUFFER];
        for (long at = 0; at < source.size(); ) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            source.read(at, buffer, 0, count);
            digest.update(buffer, 0, count);
            int skipped = (int) Math.max(0, Math.min(count, from - at));
            out.write(buffer, skipped, count - skipped);
            at += count;
        }
        verify(BlobHash.of(digest.digest()), expected);
    }

    private static boolean isPart10(ByteSource source) throws IOException {
        byte[] prefix = new byte[4];
        if (source.size() < PREFIX_AT + prefix.length) {
            return false;
        }
        source.read(PREFIX_AT, prefix, 0, prefix.length);
        return new String(prefix, StandardCharsets.ISO_8859_1).equals("DICM");
    }

    /** For whoever finds the disc: says nothing of the patient. */
    private static String readme(Exported exported) {
        String missing = exported.missing() == 0
                ? ""
                : "NOT COMPLETE: " + exported.missing()
                        + " more objects are known of, which had not arrived when this was written.\r\n";
        String withheld = exported.withheld() == 0
                ? ""
                : exported.withheld()
                        + " objects were left out, since they contradict the study that they were filed under.\r\n";
        return "This medium holds medical images in the DICOM format.\r\n\r\n"
                + "Studies: " + exported.studies() + "\r\nObjects: " + exported.objects() + "\r\n" + missing + withheld
                + "\r\nTo look at them, open the file DICOMDIR, or the folder DICOM, with a DICOM viewer.\r\n"
                + "There is no program on this medium, and nothing starts by itself.\r\n"
                + "It may hold the data of patients: keep it safe, and give it back to whom it belongs.\r\n\r\n"
                + "Written by Wardlight. Not for diagnosis on a display that is not made for it.\r\n";
    }
}
