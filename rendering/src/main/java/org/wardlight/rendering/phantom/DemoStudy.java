// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fictional study. Immutable; its pictures are only made while they are written.
 *
 * @param name short, fit for a folder: {@code ct-chest}
 * @param description what it shows, in words
 */
public record DemoStudy(String name, String description, List<DemoObject> objects) {
    public DemoStudy {
        objects = List.copyOf(objects);
    }

    /** What is done with each object. */
    @FunctionalInterface
    public interface ObjectConsumer {
        void accept(DemoObject object) throws IOException;
    }

    /** One object after the other, in order. */
    public void forEachObject(ObjectConsumer consumer) throws IOException {
        for (DemoObject object : objects) {
            consumer.accept(object);
        }
    }

    /** Writes all objects into {@code folder/name}, on all processors; the folder is made when it is not there. */
    public void write(Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        try {
            objects.parallelStream().forEach(object -> {
                try {
                    object.writeInto(own);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
