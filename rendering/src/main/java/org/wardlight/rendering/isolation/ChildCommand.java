// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command line of a child: the same Java, the same class path, small. */
final class ChildCommand {
    private static final List<String> HANDED_ON =
            List.of("java.io.tmpdir", "wardlight.openjpeg", "wardlight.corpus", "org.bytedeco.javacpp.cachedir");
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";
    private static final Path SHELL = Path.of("/bin/sh");

    private ChildCommand() {}

    static ProcessBuilder of(Class<? extends ChildService> service, ChildLimits limits) {
        List<String> command = new ArrayList<>(limited(limits));
        command.add(java());
        command.addAll(List.of(
                "-Xmx" + limits.heapMib() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                // Where it crashes is no news; a file that says so beside the program would be.
                "-XX:ErrorFile=" + (windows() ? "NUL" : "/dev/null"),
                "-Xlog:disable",
                "-Xshare:auto",
                "-Djava.awt.headless=true"));
        archive().ifPresent(command::add);
        for (String name : HANDED_ON) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), ChildMain.class.getName()));
        command.add(service.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OPENCV_LOG_LEVEL", "ERROR");
        // A Java machine that announces options on its output would break the first answer.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("_JAVA_OPTIONS");
        return builder;
    }

    /** Linux refuses writable memory above the limit (RLIMIT_DATA), so that native allocations fail and are reported as such. */
    private static List<String> limited(ChildLimits limits) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (!linux || !Files.isExecutable(SHELL)) {
            return List.of();
        }
        long kib = limits.residentMib() * 1024L;
        return List.of(SHELL.toString(), "-c", "ulimit -c 0; ulimit -d " + kib + "; exec \"$@\"", "child");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java")
                .toString();
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** The class data that this process was started with serves a child of the same class path too. */
    private static java.util.Optional<String> archive() {
        return ProcessHandle.current().info().arguments().stream()
                .flatMap(java.util.Arrays::stream)
                .filter(argument -> argument.startsWith(ARCHIVE))
                .findFirst();
    }
}
