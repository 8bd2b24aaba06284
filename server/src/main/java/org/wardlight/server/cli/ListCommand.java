// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.Node;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.ListCsv;
import org.wardlight.sync.list.ListEntry;
import org.wardlight.sync.list.ListReader;
import org.wardlight.sync.list.ListRule;
import org.wardlight.sync.list.ListText;
import org.wardlight.sync.list.WardList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight list}: named sets of patients and studies. Works beside a running server. */
@Command(
        name = "list",
        description = "Show, make and remove lists of patients and studies, such as those of a ward.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ListCommand extends AccountsCommand {
    ListCommand(Console console) {
        super(console);
    }

    @Command(
            name = "show",
            description = "All lists, or what each line of one stands for.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "", description = "One list.") String name)
            throws Exception {
        return withNode(node -> {
            if (name.isEmpty()) {
                node.security().lists().all().forEach(list -> heading(node, list));
            } else {
                lines(node, known(node, name));
            }
        });
    }

    private void heading(Node node, WardList list) {
        int studies = new ListContents(node.catalog()).studies(List.of(list)).size();
        console.out()
                .println(list.name() + "\t" + list.entries().size() + " lines\t" + studies + " studies\t"
                        + list.changedAt());
    }

    private void lines(Node node, WardList list) {
        for (ListContents.Line line : new ListContents(node.catalog()).of(list)) {
            console.out().println(line.entry().text() + "\t" + words(line));
        }
    }

    private static String words(ListContents.Line line) {
        if (line.studies().isEmpty()) {
            return "nothing here yet";
        }
        String patient = line.studies().get(0).patient().name().display();
        String studies = line.studies().size() + (line.studies().size() == 1 ? " study" : " studies");
        String several =
                line.isAmbiguous() ? "\tthe number of several people: give the issuer, as in 123^^^HOSPITAL" : "";
        return patient + "\t" + studies + several;
    }

    @Command(
            name = "put",
            description = "Make a list, or put another content in its place.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The file has one identifier a line, or is a CSV whose heading or first column says where they are: NHS numbers,",
                "hospital numbers (123^^^HOSPITAL with the issuer), acc: and an accession number, Study Instance UIDs. Each line that",
                "is not plainly known here is explained. Exit code 1 when one was left out."
            })
    int put(
            @Parameters(paramLabel = "NAME", description = "Such as 'Ward 7B'.") String name,
            @Parameters(paramLabel = "FILE", description = "The identifiers.") Path file)
            throws Exception {
        String text = text(file);
        List<ListText.Doubt> doubts = new ArrayList<>();
        int done = withNode(node -> {
            ListText.Read read = new ListReader(node.catalog()).read(text);
            doubts.addAll(read.doubts());
            @Nullable
            ListRule rule =
                    node.security().lists().named(name).map(WardList::rule).orElse(null);
            WardList list = list(name, read.entries(), rule);
            node.security().lists().put(list);
            lines(node, list);
        });
        for (ListText.Doubt doubt : doubts) {
            console.err().println(file + ", line " + doubt.line() + ": " + doubt.words());
        }
        return doubts.stream().allMatch(ListText.Doubt::taken) ? done : 1;
    }

    @Command(
            name = "export",
            description = "Print a list as CSV, safe to open in a spreadsheet; 'put' reads it again.",
            mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "NAME", description = "As 'show' prints it.") String name) throws Exception {
        return withNode(node ->
                console.out().print(ListCsv.write(new ListContents(node.catalog()).of(known(node, name)))));
    }

    @Command(
            name = "rule",
            description = "Let a list fill itself with what arrives; makes it when there is none of that name.",
            mixinStandardHelpOptions = true,
            footer = {"", "Without any option the list stops filling itself. What was written on it stays."})
    int rule(
            @Parameters(paramLabel = "NAME", description = "Such as 'Ward 7B'.") String name,
            @Option(
                            names = "--location",
                            paramLabel = "WARD",
                            defaultValue = "",
                            description = "Current Patient Location or department; * stands for any letters.")
                    String location,
            @Option(
                            names = "--modality",
                            paramLabel = "CT",
                            split = ",",
                            description = "One of these; may be given more than once.")
                    @Nullable
                    List<String> modalities,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "How far back the study date may lie (default: ${DEFAULT-VALUE}; 1: today).")
                    int days,
            @Option(
                            names = "--referrer",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "Words of the referring physician's name.")
                    String referrer)
            throws Exception {
        return withNode(node -> {
            boolean isNone = location.isBlank() && modalities == null && referrer.isBlank();
            @Nullable ListRule rule = isNone ? null : rule(location, modalities, days, referrer);
            List<ListEntry> entries =
                    node.security().lists().named(name).map(WardList::entries).orElse(List.of());
            WardList list = list(name, entries, rule);
            node.security().lists().put(list);
            console.out().println(rule == null ? list.name() + " does not fill itself." : rule.text());
            lines(node, list);
        });
    }

    private static ListRule rule(String location, @Nullable List<String> modalities, int days, String referrer) {
        try {
            return new ListRule(location, modalities == null ? List.of() : modalities, days, referrer);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static WardList list(String name, List<ListEntry> entries, @Nullable ListRule rule) {
        try {
            return new WardList(name, Instant.now().truncatedTo(ChronoUnit.SECONDS), entries, rule);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ConfigException(file + " cannot be read as UTF-8 text", unreadable);
        }
    }

    @Command(
            name = "remove",
            description = "Remove a list; patients and studies stay. Who was limited to it sees them no more.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME", description = "As 'show' prints it.") String name) throws Exception {
        return withNode(node -> node.security().lists().remove(known(node, name).name()));
    }

    private static WardList known(Node node, String name) {
        return node.security()
                .lists()
                .named(name)
                .orElseThrow(() -> new ConfigException("There is no list of the name " + name + "."));
    }
}
