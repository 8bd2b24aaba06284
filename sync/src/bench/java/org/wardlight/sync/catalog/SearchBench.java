// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.query.CatalogSearch;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * How long a search takes among many studies, and whether storing slows down with their number. Arguments: sizes, ascending (default 10000 100000
 * 1000000), and after them a folder to keep the catalog in. Prints one line a search: 50th and 95th percentile and the longest, in milliseconds, a
 * page of 50 each.
 */
public final class SearchBench {
    private static final int TRIES = 200;
    private static final int PAGE = 50;
    private static final int STORED = 2_000;
    private static final int BATCH = 64;

    private final SqliteCatalog catalog;
    private final CatalogSearch dicom;
    private final long studies;
    private final Random random = new Random(7);

    /** One search, made anew each time. */
    private interface Search {
        void run() throws IOException;
    }

    private SearchBench(SqliteCatalog catalog, long studies) {
        this.catalog = catalog;
        this.studies = studies;
        dicom = new CatalogSearch(catalog, new MemoryBlobs());
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        List<Long> sizes = new ArrayList<>();
        Path folder = null;
        for (String argument : arguments) {
            if (argument.matches("\\d+")) {
                sizes.add(Long.parseLong(argument));
            } else {
                folder = Path.of(argument);
            }
        }
        Path kept = folder == null ? Files.createTempDirectory("wardlight-search") : Files.createDirectories(folder);
        try (SqliteFile file = SqliteFile.open(kept.resolve("catalog.sqlite"))) {
            run(file, sizes.isEmpty() ? List.of(10_000L, 100_000L, 1_000_000L) : sizes);
        } finally {
            if (folder == null) {
                try (var files = Files.list(kept)) {
                    files.forEach(one -> one.toFile().delete());
                }
                Files.delete(kept);
            }
        }
    }

    private static void run(SqliteFile file, List<Long> sizes) throws IOException, SQLException {
        SqliteCatalog catalog = new SqliteCatalog(file, Clock.systemUTC());
        CatalogFilling filling = new CatalogFilling(file);
        long have = 0;
        for (long size : sizes) {
            long begun = System.nanoTime();
            filling.fill(have, size);
            double seconds = (System.nanoTime() - begun) / 1e9;
            have = size;
            say("%n%d studies, filled in %.1f s; file %.0f MB", size, seconds, Files.size(file.path()) / 1e6);
            SearchBench bench = new SearchBench(catalog, size);
            bench.store();
            bench.searches();
        }
    }

    /** New studies of one object each, as they arrive: by transactions of up to 64. */
    private void store() {
        long begun = System.nanoTime();
        for (int done = 0; done < STORED; done += BATCH) {
            List<NewInstance> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(GeneratedStudies.study(GeneratedStudies.NEW + studies * 10 + done + i));
            }
            catalog.storeAll(batch);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        say("  store: %.0f new studies a second", STORED / seconds);
    }

    private void searches() throws IOException {
        measure("newest", () -> search(""));
        measure("page 2 of newest", () -> {
            Page<StudySummary> first = catalog.search(StudyQuery.text("", PAGE));
            catalog.search(new StudyQuery("", List.of(), null, null, PAGE, first.next()));
        });
        measure("name, 1 letter", () -> search(prefix(1)));
        measure("name, 2 letters", () -> search(prefix(2)));
        measure("name, 4 letters", () -> search(prefix(4)));
        measure("name, whole and given", () -> search(name()));
        measure("name in another script", () -> search("山田"));
        measure("patient id", () -> search(anybody().id()));
        measure("NHS number in groups", () -> search(grouped(anybody().id())));
        measure("accession number", () -> search("RXX%08d".formatted(random.nextLong(studies))));
        measure("description word", () -> search("thorax"));
        measure("two common words", () -> search("contrast angiography"));
        measure("words that never meet", () -> search("ct mr"));
        measure("date range", () -> search("", List.of(), day(), null));
        measure("one modality", () -> search("", List.of("MG"), null, null));
        measure("two modalities", () -> search("", List.of("CT", "MR"), null, null));
        measure("all combined", () -> search(prefix(3) + " thorax", List.of("CT"), "2020-01-01", "2024-12-31"));
        measure("nothing found", () -> search("qqqqq zzzzz"));
        measure("QIDO name SMI*", () -> qido(Tag.PATIENT_NAME, Vr.PN, prefix(3) + "*"));
        measure("QIDO name *part*", () -> qido(Tag.PATIENT_NAME, Vr.PN, "*" + middle() + "*"));
        measure("QIDO id *123", () -> qido(Tag.PATIENT_ID, Vr.LO, "*" + anybody().id().substring(5)));
        measure("QIDO description *dose", () -> qido(Tag.STUDY_DESCRIPTION, Vr.LO, "*Knee*dose"));
        measure("QIDO one date", () -> qido(Tag.STUDY_DATE, Vr.DA, day().replace("-", "")));
        measure("QIDO Study Instance UID", () -> qido(Tag.STUDY_INSTANCE_UID, Vr.UI, GeneratedStudies.uid(random.nextLong(studies))));
        measure("QIDO SOP Instance UID", () -> qido(Tag.SOP_INSTANCE_UID, Vr.UI, GeneratedStudies.uid(random.nextLong(studies)) + ".1.1"));
    }

    private void measure(String name, Search search) throws IOException {
        for (int i = 0; i < 5; i++) {
            search.run();
        }
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long begun = System.nanoTime();
            search.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        say("  %-26s %8.2f %8.2f %8.2f", name, nanos[TRIES / 2] / 1e6, nanos[TRIES * 95 / 100] / 1e6, nanos[TRIES - 1] / 1e6);
    }

    private void search(String text) {
        search(text, List.of(), null, null);
    }

    private void search(String text, List<String> modalities, @Nullable String from, @Nullable String to) {
        catalog.search(new StudyQuery(text, modalities, from, to, PAGE, null));
    }

    private void qido(int tag, Vr vr, String value) throws IOException {
        int[] left = {PAGE};
        dicom.search(Level.STUDY, DataSet.builder().string(tag, vr, value).build(), match -> --left[0] > 0);
    }

    private PatientIdentity anybody() {
        return GeneratedStudies.patient(random.nextLong(Math.max(1, studies / 4)));
    }

    private String name() {
        return anybody().name().alphabetic().replace('^', ' ');
    }

    private String prefix(int letters) {
        String name = name();
        return name.substring(0, Math.min(letters, name.length()));
    }

    private String middle() {
        String name = name();
        return name.substring(1, Math.min(4, name.indexOf(" ")));
    }

    private static String grouped(String id) {
        return id.length() == 10 ? id.substring(0, 3) + " " + id.substring(3, 6) + " " + id.substring(6) : id;
    }

    private String day() {
        return "20%02d-%02d-%02d".formatted(15 + random.nextInt(11), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
