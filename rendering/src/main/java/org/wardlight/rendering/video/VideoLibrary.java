// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.util.Locale;
import org.wardlight.rendering.RenderingException.Unsupported;

/** Whether this build holds FFmpeg for this kind of machine. */
public final class VideoLibrary {
    private static final String FOLDER = "/org/bytedeco/ffmpeg/";

    private VideoLibrary() {}

    /** Whether frames of videos can be decoded here. */
    public static boolean present() {
        return VideoLibrary.class.getResource(FOLDER + platform() + "/" + file()) != null;
    }

    static void require() {
        if (!present()) {
            throw new Unsupported("single frames of a video need FFmpeg, which this build does not hold for "
                    + platform() + "; the video itself can be played");
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x86_64";
        return (os.contains("mac") ? "macosx-" : os.startsWith("windows") ? "windows-" : "linux-") + arch;
    }

    private static String file() {
        return switch (platform().substring(0, 3)) {
            case "mac" -> "libjniavformat.dylib";
            case "win" -> "jniavformat.dll";
            default -> "libjniavformat.so";
        };
    }
}
