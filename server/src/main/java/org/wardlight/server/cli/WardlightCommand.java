// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

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
        CommandLine line = new CommandLine(new WardlightCommand())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new RenderCommand(console))
                .addSubcommand(new SyncCommand(console))
                .addSubcommand(new FindCommand(console))
                .addSubcommand(new PullCommand(console))
                .addSubcommand(new SendCommand(console))
                .addSubcommand(new UserCommand(console))
                .addSubcommand(new DeviceCommand(console))
                .addSubcommand(new PeerCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new TestCommand(console))
                .addSubcommand(new WarmUpCommand());
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

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
