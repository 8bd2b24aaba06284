// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Processor time of DCMTK's and OpenJPEG's own programs for a file, without what they take for a small uncompressed one. */
final class NativeTool {
    private static final int RUNS = 8;
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

    private NativeTool() {}

    /** NaN when the tool is not installed or refuses the file. */
    static double millis(Path file, String syntax, byte[] codestream, Path small, Path folder)
            throws IOException, InterruptedException {
        String number = syntax.replace("1.2.840.10008.1.2.4.", "");
        Path stream = Files.write(folder.resolve("frame.j2k"), codestream);
        String out = folder.resolve("out.raw").toString();
        if (number.startsWith("9") || number.startsWith("20")) {
            return of("opj_decompress -i " + stream + " -o " + out) - of("opj_decompress -h; true");
        }
        String tool = number.startsWith("8") ? "dcmdjpls" : "dcmdjpeg";
        return of(tool + " '" + file.toAbsolutePath() + "' " + out) - of(tool + " '" + small.toAbsolutePath() + "' " + out);
    }

    private static double of(String command) throws IOException, InterruptedException {
        String loop = "for i in $(seq " + RUNS + "); do { " + command + "; } >/dev/null 2>&1 || exit 1; done; times";
        Process process = new ProcessBuilder("bash", "-c", loop).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            return Double.NaN;
        }
        // The first line is the shell's own, the second that of its children.
        Matcher time = TIME.matcher(printed.substring(printed.indexOf('\n')));
        return time.find()
                ? ((number(time, 1) + number(time, 3)) * 60 + number(time, 2) + number(time, 4)) * 1000 / RUNS
                : Double.NaN;
    }

    private static double number(Matcher time, int group) {
        return Double.parseDouble(time.group(group));
    }
}
