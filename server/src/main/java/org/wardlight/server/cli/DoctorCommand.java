// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.codec.JpegEncoders;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.server.wiring.Backups;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.backup.Rebuild;
import org.wardlight.sync.sqlite.StoreFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wardlight doctor}: is everything well with the program and its store? */
@Command(
        name = "doctor",
        description = "Examine a store and the program; changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 1 when something is lost or broken."})
final class DoctorCommand implements Callable<Integer> {
    private static final long LITTLE_SPACE = 1_000_000_000L;

    private final Console console;

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "The store to examine: a folder or a file that ends in .sqlite.")
    private @Nullable Path store;

    @Option(
            names = "--verify",
            description = "Also read every blob and compare its SHA-256: takes as long as reading the disk.")
    private boolean verify;

    @Option(
            names = "--rebuild",
            description =
                    "First make the catalog of a site anew from its blobs, when it is lost or damaged; the old one stays beside "
                            + "it. Nothing may use the store meanwhile.")
    private boolean rebuild;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> findings = new ArrayList<>();
        if (rebuild) {
            findings.add(rebuilt(Stores.of(console, Optional.ofNullable(store), false)));
        }
        Store examined = Stores.existing(console, Optional.ofNullable(store));
        findings.add(Finding.ok(
                "java",
                "Java " + Runtime.version() + ", up to "
                        + Sizes.text(Runtime.getRuntime().maxMemory()) + " of memory."));
        findings.add(Finding.ok("codecs", "Shows: " + String.join(", ", codecs()) + "."));
        findings.add(jpeg());
        findings.add(disk(examined.path()));
        try (Progress progress = Progress.on(console);
                Node node = Wiring.open(examined, Clock.systemUTC())) {
            findings.addAll(new StoreExamination(node, progress).run(verify));
        } catch (StoreFailure unusable) {
            findings.add(Finding.fault("catalog", Failures.sentence(unusable)));
        }
        print(findings);
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAULT) ? 1 : 0;
    }

    private Finding rebuilt(Store lost) throws IOException {
        try (Progress progress = Progress.on(console)) {
            Rebuild.Rebuilt rebuilt = Backups.rebuild(
                    lost, Clock.systemUTC(), (done, of) -> progress.update("Rebuilding", done, of, "blobs"));
            String text = "The catalog was made anew: " + rebuilt.objects() + " objects.";
            return rebuilt.lost().isEmpty()
                    ? Finding.ok("rebuild", text)
                    : Finding.fault(
                            "rebuild",
                            text + " Not to be read in the old one, so lost unless a backup has it: "
                                    + String.join(", ", rebuilt.lost()) + ".");
        }
    }

    private static List<String> codecs() {
        return TransferSyntax.known().stream()
                .filter(syntax -> {
                    try {
                        Codecs.standard().forSyntax(syntax.uid());
                        return true;
                    } catch (Unsupported none) {
                        return false;
                    }
                })
                .map(TransferSyntax::name)
                .toList();
    }

    private static Finding jpeg() {
        String writer =
                JpegEncoders.standard().fast() ? "JPEG is written by libjpeg-turbo." : "JPEG is written by Java.";
        return JpegEncoders.standard()
                .notice()
                .map(notice -> Finding.note("jpeg", notice))
                .orElseGet(() -> Finding.ok("jpeg", writer));
    }

    private static Finding disk(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        String text = Sizes.text(free) + " are free where the store is.";
        return free < LITTLE_SPACE ? Finding.note("disk", "Only " + text) : Finding.ok("disk", text);
    }

    private void print(List<Finding> findings) {
        if (json) {
            console.out().println(new String(Json.bytes(new Report(findings)), StandardCharsets.UTF_8));
            return;
        }
        for (Finding finding : findings) {
            String level = finding.level().name().toLowerCase(Locale.ROOT);
            console.out().println((level + "     ").substring(0, 7) + Failures.oneLine(finding.text()));
        }
    }

    /** The form of {@code --json}. */
    record Report(List<Finding> findings) {}
}
