// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.IngestListener;
import org.wardlight.sync.ingest.IngestReport;
import org.wardlight.sync.ingest.IngestSink;
import org.wardlight.sync.ingest.IngestSource;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.ingest.ZipLimits;
import org.wardlight.sync.ingest.ZipSource;
import org.wardlight.sync.upload.Upload.Result;
import org.wardlight.sync.upload.Upload.Trouble;

/** Stores what is in an upload: a ZIP archive or one DICOM object, told apart by their first bytes. Thread-safe. */
public final class UploadReader {
    private final Ingester ingester;
    private final Finished finished;

    /** Told what each upload came to. */
    @FunctionalInterface
    public interface Finished {
        void read(Upload upload, Result result);
    }

    public UploadReader(Ingester ingester, Finished finished) {
        this.ingester = ingester;
        this.finished = finished;
    }

    Result read(Path file, Upload upload, Consumer<Result> progress) throws IOException {
        IngestSource source = ZipSource.isZip(file)
                ? new ZipSource(file, upload.name(), ZipLimits.STANDARD)
                : new OneFile(upload.name(), file);
        Count count = new Count(Math.max(-1, source.size().items()), progress);
        IngestReport report = ingester.ingest(source, count);
        List<Trouble> troubles = report.problems().stream()
                .limit(Result.MOST)
                .map(outcome -> new Trouble(outcome.name(), outcome.reason()))
                .toList();
        Result result = new Result(
                count.items,
                count.of,
                report.added(),
                report.duplicates(),
                report.conflicts(),
                report.rejected(),
                List.copyOf(count.studies),
                troubles);
        finished.read(upload, result);
        return result;
    }

    private record OneFile(String name, Path file) implements IngestSource {
        @Override
        public void forEach(IngestSink sink) throws IOException {
            sink.accept(IngestItem.file(name, file));
        }

        @Override
        public Size size() {
            return new Size(1, -1);
        }
    }

    /** One thread. */
    private static final class Count implements IngestListener {
        private final long of;
        private final Consumer<Result> progress;
        private final Set<String> studies = new LinkedHashSet<>();
        private long items;

        Count(long of, Consumer<Result> progress) {
            this.of = of;
            this.progress = progress;
        }

        @Override
        public void stored(List<Outcome> outcomes) {
            items += outcomes.size();
            for (Outcome outcome : outcomes) {
                if (outcome.object() != null && studies.size() < Result.MOST) {
                    studies.add(outcome.object().study().study());
                }
            }
            progress.accept(new Result(items, of, 0, 0, 0, 0, new ArrayList<>(studies), List.of()));
        }
    }
}
