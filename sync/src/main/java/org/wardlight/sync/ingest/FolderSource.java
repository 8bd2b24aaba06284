// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with all that is in it, or a single file. Sorted by name, folder by folder. A DICOMDIR is no object: its files are found
 * without it, and those that are not are named. Links are not followed: one that leads out of the folder is named, one within it is
 * found at its target. What systems strew about (Thumbs.db, .DS_Store and the like) is passed over in silence.
 */
public final class FolderSource implements IngestSource {
    private static final Set<String> STREWN =
            Set.of("thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "autorun.inf");

    private final Path root;

    /** @param root named in reports as given here */
    public FolderSource(Path root) {
        this.root = root;
    }

    @Override
    public void forEach(IngestSink sink) throws IOException {
        if (!Files.exists(root)) {
            sink.problem(root.toString(), "there is no such file or folder");
        } else if (Files.isDirectory(root)) {
            walk(root, sink);
        } else {
            sink.accept(IngestItem.file(root.toString(), root));
        }
    }

    private void walk(Path folder, IngestSink sink) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            entries = list.filter(entry -> !isStrewn(entry)).sorted().toList();
        } catch (IOException e) {
            sink.problem(folder.toString(), "the folder cannot be read: permissions, or a failing disk");
            return;
        }
        for (Path entry : entries) {
            if (Files.isSymbolicLink(entry)) {
                link(entry, sink);
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                walk(entry, sink);
            } else if (name(entry).equals("dicomdir")) {
                DirectoryFile.check(entry, sink);
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                sink.accept(IngestItem.file(entry.toString(), entry));
            }
        }
    }

    private void link(Path link, IngestSink sink) throws IOException {
        boolean within = Files.exists(link) && link.toRealPath().startsWith(root.toRealPath());
        if (!within) {
            sink.problem(link.toString(), "a link that leads out of the folder; links are not followed");
        }
    }

    private static boolean isStrewn(Path entry) {
        return isStrewn(entry.getFileName().toString());
    }

    /** Whether any part of a path is what systems strew about. */
    static boolean isStrewn(String path) {
        for (String part : path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1)) {
            if (STREWN.contains(part) || part.startsWith(".") && !part.equals("..") && !part.equals(".")) {
                return true;
            }
        }
        return false;
    }

    static String lastPart(String path) {
        String plain = path.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String name(Path entry) {
        return entry.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public Size size() throws IOException {
        long[] counts = new long[2];
        if (Files.exists(root)) {
            count(root, counts);
        }
        return new Size(counts[0], counts[1]);
    }

    private static void count(Path path, long[] counts) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile()) {
            counts[0]++;
            counts[1] += attributes.size();
        } else if (attributes.isDirectory()) {
            try (Stream<Path> list = Files.list(path)) {
                for (Path entry : list.filter(entry -> !isStrewn(entry)).toList()) {
                    count(entry, counts);
                }
            } catch (java.nio.file.AccessDeniedException e) {
                return;
            }
        }
    }
}
