// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wardlight.rendering.dicom.MemoryByteSource;

/**
 * A ZIP archive (APPNOTE.TXT 6.3) with all that is in it, by name; archives within it are not opened. Nothing is unpacked to a file:
 * each entry streams into the store, so a name can lead nowhere; one that tries is named all the same. What is packed too tightly, too
 * much in all, damaged or encrypted is named with its reason.
 */
public final class ZipSource implements IngestSource {
    /** What programs wrote names in before they wrote UTF-8; any bytes are some name in it. */
    private static final String OLD_NAMES = "IBM437";

    private static final byte[] MAGIC = {'P', 'K', 3, 4};
    private static final int LARGEST_DIRECTORY = 64 << 20;

    private final Path file;
    private final String name;
    private final ZipLimits limits;

    /** @param name what reports call the archive */
    public ZipSource(Path file, String name, ZipLimits limits) {
        this.file = file;
        this.name = name;
        this.limits = limits;
    }

    /** Whether a file begins as an archive does. */
    public static boolean isZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    @Override
    public void forEach(IngestSink sink) throws IOException {
        try (ZipFile zip = open()) {
            List<ZipEntry> entries = entries(zip);
            if (entries.size() > limits.entries()) {
                sink.problem(name, "an archive of more than " + limits.entries() + " files; send it in parts");
                return;
            }
            ZipBudget budget = new ZipBudget(limits);
            for (ZipEntry entry : entries) {
                offer(zip, entry, budget, sink);
            }
            checkDirectories(zip, entries, sink);
        } catch (ZipException e) {
            sink.problem(name, "the ZIP archive is damaged or not whole; send it again");
        }
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException perhapsNames) {
            return new ZipFile(file.toFile(), Charset.forName(OLD_NAMES));
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && !FolderSource.isStrewn(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .collect(Collectors.toList());
    }

    private void offer(ZipFile zip, ZipEntry entry, ZipBudget budget, IngestSink sink) throws IOException {
        String entryName = name + "/" + entry.getName();
        if (leads(entry.getName())) {
            sink.problem(entryName, "a name that leads out of the archive; such archives are made to do harm");
        } else if (!isDirectory(entry)) {
            String objection = budget.objection(entry);
            if (objection.isEmpty()) {
                sink.accept(new Item(zip, entry, entryName, budget));
            } else {
                sink.problem(entryName, objection);
            }
        }
    }

    private static boolean leads(String entry) {
        String plain = entry.replace('\\', '/');
        return plain.startsWith("/")
                || plain.matches("[A-Za-z]:.*")
                || List.of(plain.split("/")).contains("..");
    }

    private static boolean isDirectory(ZipEntry entry) {
        return FolderSource.lastPart(entry.getName()).equals("dicomdir");
    }

    private void checkDirectories(ZipFile zip, List<ZipEntry> entries, IngestSink sink) throws IOException {
        Set<String> there = entries.stream()
                .map(entry -> DirectoryFile.plainPath(
                        List.of(entry.getName().replace('\\', '/').split("/"))))
                .collect(Collectors.toSet());
        for (ZipEntry entry : entries) {
            if (isDirectory(entry) && !leads(entry.getName())) {
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readNBytes(LARGEST_DIRECTORY);
                }
                String path = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                String folder = path.substring(0, path.lastIndexOf('/') + 1);
                DirectoryFile.check(
                        new MemoryByteSource(bytes),
                        name + "/" + entry.getName(),
                        id -> there.contains(
                                DirectoryFile.plainPath(List.of(folder.split("/"))) + DirectoryFile.plainPath(id)),
                        sink);
            }
        }
    }

    @Override
    public Size size() throws IOException {
        try (ZipFile zip = open()) {
            List<ZipEntry> entries = entries(zip);
            return new Size(
                    entries.size(),
                    entries.stream()
                            .mapToLong(entry -> Math.max(0, entry.getSize()))
                            .sum());
        } catch (ZipException damaged) {
            return Size.UNKNOWN;
        }
    }

    private record Item(ZipFile zip, ZipEntry entry, String name, ZipBudget budget) implements IngestItem {
        @Override
        public InputStream open() throws IOException {
            return budget.guard(zip.getInputStream(entry), entry);
        }
    }
}
