// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.wardlight.rendering.phantom.DemoObject;
import org.wardlight.rendering.phantom.DemoStudy;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.IngestSink;
import org.wardlight.sync.ingest.IngestSource;

/** The demo's studies, made while they are taken in: a few objects at a time on all processors. */
record DemoSource(List<DemoStudy> studies) implements IngestSource {
    private static final int AT_ONCE = 4;

    @Override
    public void forEach(IngestSink sink) throws IOException {
        for (DemoStudy study : studies) {
            List<DemoObject> objects = study.objects();
            for (int from = 0; from < objects.size(); from += AT_ONCE) {
                List<DemoObject> some = objects.subList(from, Math.min(objects.size(), from + AT_ONCE));
                for (byte[] bytes : some.parallelStream().map(DemoSource::bytes).toList()) {
                    sink.accept(IngestItem.stream(study.name(), new ByteArrayInputStream(bytes)));
                }
            }
        }
    }

    @Override
    public Size size() {
        return new Size(
                studies.stream().mapToLong(study -> study.objects().size()).sum(), -1);
    }

    private static byte[] bytes(DemoObject object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            object.writeTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
