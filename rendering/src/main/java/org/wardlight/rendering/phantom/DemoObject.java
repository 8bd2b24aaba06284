// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.TransferSyntax;

/**
 * One object of a fictional study. Thread-safe.
 *
 * @param fileName as {@code CT0001.dcm}; unique in its study
 * @param data makes the data set anew each time, pixels included; the same each time
 */
public record DemoObject(String fileName, TransferSyntax syntax, Supplier<DataSet> data) {
    /** Writes the object as a Part 10 file; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        DicomWriter.write(data.get(), syntax, out);
    }

    /** Writes the file into a folder that exists: whole, or not at all. */
    public Path writeInto(Path folder) throws IOException {
        Path part = folder.resolve(fileName + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            writeTo(out);
        }
        return Files.move(
                part, folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
