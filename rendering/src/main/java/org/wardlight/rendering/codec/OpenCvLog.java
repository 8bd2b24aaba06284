// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.WString;
import java.nio.file.Path;
import java.util.Locale;

/**
 * OpenCV writes a warning to the error stream for every JPEG 2000 picture, and its Java interface has no switch for that. Its C++
 * interface has one; where the library does not export it (Windows) the environment variable that it reads when it is loaded is set.
 */
final class OpenCvLog {
    private static final String SET_LOG_LEVEL = "_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE";
    /** cv::utils::logging::LOG_LEVEL_SILENT. */
    private static final int SILENT = 0;

    private OpenCvLog() {}

    static void silenceBeforeLoading() {
        if (!windows()) {
            return;
        }
        try {
            Function set = NativeLibrary.getInstance("kernel32").getFunction("SetEnvironmentVariableW");
            set.invokeInt(new Object[] {new WString("OPENCV_LOG_LEVEL"), new WString("SILENT")});
        } catch (LinkageError noJna) {
            return; // the warnings stay; pictures do not depend on them
        }
    }

    /** @param library the file that was just loaded */
    static void silence(Path library) {
        if (windows()) {
            return;
        }
        try {
            NativeLibrary.getInstance(library.toString())
                    .getFunction(SET_LOG_LEVEL)
                    .invokeInt(new Object[] {SILENT});
        } catch (LinkageError notExported) {
            return; // as above
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
