// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.wardlight.rendering.RenderingException;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.sync.sqlite.StoreFailure;

/** Turns what stopped a command into a sentence and an exit code. The one place of the command line that catches all. */
final class Failures {
    private Failures() {}

    static int report(Console console, Throwable failure) {
        console.err().println(sentence(failure));
        if (console.environment().containsKey("WARDLIGHT_DEBUG")) {
            failure.printStackTrace(console.err());
        }
        return failure instanceof ConfigException ? 2 : 1;
    }

    /** What happened, in one line without the names of classes. */
    static String sentence(Throwable failure) {
        if (failure instanceof FileSystemException file) {
            return "Cannot use " + file.getFile() + ": " + reason(file);
        }
        if (failure instanceof BindException) {
            return "Cannot listen: " + failure.getMessage() + ". Another program uses it; give --port another number.";
        }
        if (failure instanceof ConfigException
                || failure instanceof StoreFailure
                || failure instanceof RenderingException
                || failure instanceof IOException) {
            String message = failure.getMessage();
            return message == null ? "Reading or writing failed." : oneLine(message);
        }
        if (failure instanceof OutOfMemoryError) {
            return "Not enough memory. Give more, such as: WARDLIGHT_JAVA_OPTS=-Xmx2g ./wardlight …";
        }
        return "Wardlight met a fault of its own. Run it again with WARDLIGHT_DEBUG=1 to see where, and report that.";
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder.";
        }
        if (failure instanceof AccessDeniedException) {
            return "it may not be read or written by this user.";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a folder.";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something of that name is in the way.";
        }
        String reason = failure.getReason();
        return reason == null ? "reading or writing failed." : oneLine(reason) + ".";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
