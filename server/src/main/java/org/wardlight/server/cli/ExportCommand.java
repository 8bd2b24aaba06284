// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.media.FolderMedium;
import org.wardlight.sync.media.MediaExport;
import org.wardlight.sync.media.MediaExport.Exported;
import org.wardlight.sync.media.Medium;
import org.wardlight.sync.media.ZipMedium;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wardlight export}: studies of a store onto a medium. */
@Command(
        name = "export",
        description = "Put studies into an archive or a folder, with a DICOMDIR, for another viewer to read.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 0 only when everything that is known of the studies is on the medium."})
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--study",
            required = true,
            paramLabel = "UID",
            description = "Study Instance UID; may be given more than once.")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = {"-o", "--to"},
            required = true,
            paramLabel = "PATH",
            description = "Where to: a file whose name ends in .zip, or a folder that is empty or not there yet.")
    private Path to = Path.of("");

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where from: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            List<StudyRecord> records = new ArrayList<>();
            for (String study : studies) {
                records.add(node.catalog()
                        .study(study)
                        .filter(record -> !record.series().isEmpty())
                        .orElseThrow(() -> new ConfigException("the store has no study " + study)));
            }
            MediaExport export = new MediaExport(node.catalog(), node.blobs());
            Exported exported = isArchive() ? archive(export, records) : folder(export, records);
            say(exported);
            return exported.missing() == 0 && exported.withheld() == 0 ? 0 : 1;
        }
    }

    private boolean isArchive() {
        return to.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Under another name until it is whole. */
    private Exported archive(MediaExport export, List<StudyRecord> records) throws IOException {
        Path unfinished = to.resolveSibling(to.getFileName() + ".part");
        Exported exported;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            ZipMedium medium = new ZipMedium(out);
            exported = write(export, records, medium);
            medium.close();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
        return exported;
    }

    private Exported folder(MediaExport export, List<StudyRecord> records) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> there = Files.list(to)) {
                if (there.findAny().isPresent()) {
                    throw new ConfigException(to + " is not empty; nothing there is overwritten");
                }
            }
        }
        return write(export, records, new FolderMedium(Files.createDirectories(to)));
    }

    private Exported write(MediaExport export, List<StudyRecord> records, Medium medium) throws IOException {
        long of = records.stream()
                .mapToLong(record -> record.summary().instances())
                .sum();
        try (Progress progress = Progress.on(console)) {
            return export.write(
                    records, MediaExport.newUid(), medium, done -> progress.update("Exporting", done, of, "objects"));
        }
    }

    private void say(Exported exported) {
        if (json) {
            console.out().println(new String(Json.bytes(exported), StandardCharsets.UTF_8));
            return;
        }
        console.out().println(exported.objects() + " objects of " + exported.studies() + " studies are in " + to + ".");
        if (exported.missing() > 0) {
            console.err().println(exported.missing() + " more are known of, which have not arrived here.");
        }
        if (exported.withheld() > 0) {
            console.err().println(exported.withheld() + " were left out, since they contradict their study.");
        }
    }
}
