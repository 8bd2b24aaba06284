// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The leptonica library of bytedeco for Linux and macOS, x64 and arm64: it exports the functions of OpenJPEG and libjpeg-turbo that
 * it is built with. Loaded once in a process, whoever asks first.
 */
final class Leptonica {
    private Leptonica() {}

    private static final class Loaded {
        static final NativeLibrary LIBRARY = fromClassPath();
    }

    /**
     * The library.
     *
     * @throws LinkageError when it cannot be loaded here, as on Windows
     * @throws org.wardlight.rendering.RenderingException.Unsupported when the class path has none for this platform
     */
    static NativeLibrary library() {
        return Loaded.LIBRARY;
    }

    private static NativeLibrary fromClassPath() {
        try {
            return NativeFile.load(
                    resource(),
                    Path.of(System.getProperty("java.io.tmpdir")),
                    file -> NativeLibrary.getInstance(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource() {
        String file = platform().startsWith("macosx") ? "libleptonica.6.dylib" : "libleptonica.so.6";
        return "/org/bytedeco/leptonica/" + platform() + "/" + file;
    }

    /** As bytedeco names them. */
    static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String system = os.contains("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "linux";
        return system + "-" + (arch.equals("aarch64") ? "arm64" : "x86_64");
    }
}
