// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;

/** A DICOMDIR (PS3.3 F, PS3.10 8.6): says which files should be there. One thread. */
final class DirectoryFile {
    /** Wider than PS3.10 8.2 has it, but nothing that leads elsewhere. */
    private static final Pattern COMPONENT = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*");

    private final Path file;
    private final Map<Path, Map<String, Path>> folders = new HashMap<>();

    private DirectoryFile(Path file) {
        this.file = file;
    }

    /** Whether a medium has the file of a File ID. */
    @FunctionalInterface
    interface Medium {
        boolean has(List<String> id) throws IOException;
    }

    /** Names the files that it lists and that are not there. */
    static void check(Path file, IngestSink sink) {
        DirectoryFile directory = new DirectoryFile(file);
        try {
            check(FileByteSource.open(file), file.toString(), directory::has, sink);
        } catch (IOException e) {
            unreadable(file.toString(), sink);
        }
    }

    /**
     * The same of any medium.
     *
     * @param source is closed
     */
    static void check(ByteSource source, String name, Medium medium, IngestSink sink) {
        try (source) {
            DataSet data = DicomReader.read(source, Limits.STANDARD).data();
            check(data.items(Tag.DIRECTORY_RECORD_SEQUENCE), name, medium, sink);
        } catch (RenderingException e) {
            sink.problem(
                    name,
                    "the DICOMDIR cannot be understood, so it is not known whether files are missing: "
                            + e.getMessage());
        } catch (IOException e) {
            unreadable(name, sink);
        }
    }

    private static void unreadable(String name, IngestSink sink) {
        sink.problem(name, "the DICOMDIR cannot be read, so it is not known whether files are missing");
    }

    private static void check(List<DataSet> records, String name, Medium medium, IngestSink sink) throws IOException {
        String study = "";
        int listed = 0;
        int lost = 0;
        for (DataSet item : records) {
            // Writers put what belongs to a study behind it; where one does not, the counts of studies are wrong, never
            // the files.
            study = item.string(Tag.STUDY_INSTANCE_UID).orElse(study);
            List<String> id = item.strings(Tag.REFERENCED_FILE_ID);
            listed += id.isEmpty() ? 0 : 1;
            if (!id.isEmpty() && !medium.has(id)) {
                lost++;
                missing(study, item, sink);
                sink.problem(
                        name.substring(0, name.lastIndexOf('/') + 1) + String.join("/", id),
                        "missing: the DICOMDIR lists it, but there is no such file");
            }
        }
        if (lost > 0) {
            sink.problem(name, "the DICOMDIR lists " + listed + " files, of which " + lost + " are missing");
        }
    }

    private static void missing(String study, DataSet item, IngestSink sink) {
        if (!study.isEmpty()) {
            item.string(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE).ifPresent(uid -> sink.missing(study, uid));
        }
    }

    /** File IDs are in capitals (PS3.10 8.2); names on the disk often are not, and may end in ".dcm" or ";1". */
    private boolean has(List<String> id) throws IOException {
        Path here = file.toAbsolutePath().resolveSibling("");
        for (String component : id) {
            if (!COMPONENT.matcher(component).matches()) {
                return false;
            }
            Path next = entries(here).get(plain(component));
            if (next == null) {
                return false;
            }
            here = next;
        }
        return true;
    }

    private Map<String, Path> entries(Path folder) throws IOException {
        Map<String, Path> known = folders.get(folder);
        if (known != null) {
            return known;
        }
        Map<String, Path> entries = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                list.forEach(entry -> entries.put(plain(entry.getFileName().toString()), entry));
            }
        }
        folders.put(folder, entries);
        return entries;
    }

    /** A path as File IDs are compared, each part ended, so that two paths can be put one behind the other. */
    static String plainPath(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> plain(part) + "/")
                .collect(Collectors.joining());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("(\\.dcm|;1|\\.)$", "");
    }
}
