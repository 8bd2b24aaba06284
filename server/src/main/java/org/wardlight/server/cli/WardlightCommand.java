// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's command line. Exit codes: 0 all was done, 1 something was not, 2 the command was not understood. */
@Command(
        name = "wardlight",
        description = "Puts a hospital's DICOM images in the hands of the clinician at the bed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'wardlight COMMAND --help' tells more of a command."})
public final class WardlightCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private WardlightCommand() {}

    /** Runs one command line and returns its exit code. */
    public static int run(Console console, String... arguments) {
        List<Object> commands = List.of(
                new DemoCommand(console),
                new ServeCommand(console),
                new ImportCommand(console),
                new CheckCommand(console),
                new RenderCommand(console),
                new SyncCommand(console),
                new FindCommand(console),
                new PullCommand(console),
                new SendCommand(console),
                new ExportCommand(console),
                new UserCommand(console),
                new DeviceCommand(console),
                new PeerCommand(console),
                new ListCommand(console),
                new DoctorCommand(console),
                new BackupCommand(console),
                new RestoreCommand(console),
                new TestCommand(console),
                new WarmUpCommand());
        CommandLine line = new CommandLine(new WardlightCommand());
        asked(commands, arguments).forEach(line::addSubcommand);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        line.setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.isTerminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((exception, command, result) -> Failures.report(console, exception));
        return line.execute(arguments);
    }

    /** The one that is asked for, since looking through the options of all takes a quarter of the time that a server needs to start. */
    private static List<Object> asked(List<Object> commands, String... arguments) {
        List<Object> named = commands.stream()
                .filter(command -> arguments.length > 0
                        && command.getClass()
                                .getAnnotation(Command.class)
                                .name()
                                .equals(arguments[0]))
                .toList();
        return named.isEmpty() ? commands : named;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
