// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.PartialBlobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.TransferException.Damaged;
import org.wardlight.sync.transfer.TransferException.Refused;
import org.wardlight.sync.transfer.TransferException.Stopped;
import org.wardlight.sync.transfer.TransferException.Unavailable;

/**
 * Copies a study from a site: asks for what is missing in the manifest's order, keeps every byte that arrives, verifies each
 * blob, goes on after any interruption where it was. The study's pin says how far it is, and is complete only when all is
 * here and verified. Unpinning or pausing the study stops it within a second. Thread-safe; one call for a study at a time.
 */
public final class Receiver {
    /** Times that one blob may come damaged before the copy gives up. */
    private static final int DAMAGES = 3;

    private static final int MANIFESTS = 3;

    private final SiteClient site;
    private final Local local;
    private final Settings settings;
    private final Pace pace;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Where a copy is kept. */
    public record Local(Blobs blobs, PartialBlobs partial, Catalog catalog, Arrivals arrivals) {}

    /**
     * How it is fetched.
     *
     * @param bytesPerSecond most bytes a second over the wire, 0 for no cap
     */
    public record Settings(BackOff backOff, long bytesPerSecond) {
        public static final Settings STANDARD = new Settings(BackOff.STANDARD, 0);
    }

    /**
     * What a copy took.
     *
     * @param plainBytes bytes of blobs that arrived and were kept
     * @param wireBytes bytes received over the wire for them, headers and manifest included
     * @param requests requests for blobs
     * @param breaks of these, how many broke off
     */
    public record Outcome(long plainBytes, long wireBytes, int requests, int breaks) {}

    /** Told how far it is, at most a few times a second, on the receiving thread. */
    @FunctionalInterface
    public interface Progress {
        void at(Pin pin);

        /** The link broke or the site does not answer: why, and how long until it is asked again. */
        default void waits(String reason, Duration wait) {}
    }

    public Receiver(SiteClient site, Local local, Settings settings, Pace pace) {
        this.site = site;
        this.local = local;
        this.settings = settings;
        this.pace = pace;
    }

    /** Makes every running and later call end soon with {@link Stopped}; what has arrived is kept. */
    public void stop() {
        stopping.set(true);
    }

    /**
     * Fetches what is missing of a study.
     *
     * @throws TransferException with the reason when it ends before all is here; the pin then says it too
     * @throws LocalFailure when the store here fails, such as for a full disk
     */
    public Outcome fetch(String study, Purpose purpose, Progress progress) throws IOException {
        PinKeeper pin = new PinKeeper(local.catalog(), study, purpose, pace.clock(), progress);
        pin.begin();
        Tally tally = new Tally(site.receivedBytes());
        try {
            for (int round = 1; ; round++) {
                Manifest manifest = manifest(study, purpose, tally, pin, progress);
                Catalogued catalogued = new Catalogued(local, manifest);
                Outstanding outstanding = new Outstanding(manifest, local.blobs());
                pin.compared(outstanding);
                if (blobs(outstanding, catalogued, tally, pin, progress)) {
                    catalogued.arrivedSoFar();
                    catalogued.renditions(manifest);
                    pin.complete(outstanding);
                    return tally.outcome(site.receivedBytes());
                }
                // The site no longer has something of its own manifest, so the study changed: ask for the manifest
                // again.
                if (round == MANIFESTS) {
                    throw new Refused("the site does not have all blobs of its own manifest");
                }
            }
        } catch (Stopped stopped) {
            pin.stopped();
            throw stopped;
        } catch (TransferException | LocalFailure failed) {
            pin.failed(failed);
            throw failed;
        }
    }

    private Manifest manifest(String study, Purpose purpose, Tally tally, PinKeeper pin, Progress progress)
            throws IOException {
        while (true) {
            try {
                goOn(pin);
                Manifest manifest = site.manifest(study, purpose);
                if (!manifest.study().equals(study) || manifest.purpose() != purpose) {
                    throw new Refused("the site answered with the manifest of something else");
                }
                return manifest;
            } catch (Unavailable broken) {
                rest(tally, false, broken, progress);
            }
        }
    }

    /** Whether everything arrived; false when the site lacks something that its manifest names. */
    private boolean blobs(Outstanding outstanding, Catalogued catalogued, Tally tally, PinKeeper pin, Progress progress)
            throws IOException {
        RequestWindow window = new RequestWindow();
        Map<BlobHash, Integer> damages = new HashMap<>();
        catalogued.arrivedSoFar();
        while (!outstanding.isEmpty()) {
            goOn(pin);
            PartSink sink = sink(window.take(outstanding.missing()), outstanding, pin);
            try {
                BlobRequest request = sink.request();
                if (!request.blobs().isEmpty()) {
                    tally.requests++;
                    stream(request, sink);
                }
                window.wentWell();
                tally.failures = 0;
            } catch (Unavailable | BrokenStream broken) {
                window.broke();
                tally.breaks++;
                rest(tally, sink.plainBytes() > 0, broken, progress);
            } finally {
                tally.plainBytes += sink.plainBytes();
            }
            catalogued.arrivedSoFar();
            countDamages(sink.damaged(), damages);
            if (!sink.absent().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private PartSink sink(List<Outstanding.Piece> pieces, Outstanding outstanding, PinKeeper pin) throws IOException {
        return new PartSink(local.partial(), pieces, new PartSink.Listener() {
            @Override
            public void arrived(BlobHash blob) {
                outstanding.arrived(blob);
                pin.counts(outstanding);
            }

            @Override
            public void kept(int bytes) throws IOException {
                goOn(pin);
            }
        });
    }

    private void stream(BlobRequest request, PartSink sink) throws IOException {
        RateCap cap = new RateCap(settings.bytesPerSecond(), System::nanoTime, pace.sleeper());
        try (BlobStreamParser parser = new BlobStreamParser(sink)) {
            try {
                site.blobs(request, bytes -> {
                    int length = bytes.remaining();
                    parser.feed(bytes);
                    cap.took(length);
                });
            } catch (Unavailable broken) {
                // A broken connection: what came of the last part is good. After a broken format nothing more is
                // believed.
                parser.end();
                throw broken;
            }
        }
        if (!sink.isAnswered()) {
            throw new BrokenStream("blob stream: it ended before all that was asked for had come");
        }
    }

    private static void countDamages(List<BlobHash> damaged, Map<BlobHash, Integer> damages) throws Damaged {
        for (BlobHash blob : damaged) {
            if (damages.merge(blob, 1, Integer::sum) == DAMAGES) {
                throw new Damaged("blob " + blob + " came damaged " + DAMAGES + " times");
            }
        }
    }

    /** Waits before the next attempt; an attempt that brought something starts the count anew. */
    private void rest(Tally tally, boolean broughtSomething, IOException broken, Progress progress) throws IOException {
        tally.failures = broughtSomething ? 1 : tally.failures + 1;
        if (settings.backOff().isSpent(tally.failures)) {
            throw broken instanceof TransferException
                    ? broken
                    : new Refused("the site's answers keep breaking the format of a blob stream");
        }
        try {
            Duration wait = settings.backOff().wait(tally.failures, pace.random());
            progress.waits(Objects.requireNonNullElse(broken.getMessage(), "the link broke"), wait);
            pace.sleeper().sleep(wait);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Stopped("stopped while waiting for the site");
        }
    }

    private void goOn(PinKeeper pin) throws Stopped {
        if (stopping.get() || Thread.currentThread().isInterrupted()) {
            throw new Stopped("shutting down");
        }
        pin.check();
    }

    /** Counts of one call; one thread. */
    private static final class Tally {
        private final long receivedBefore;
        private long plainBytes;
        private int requests;
        private int breaks;
        private int failures;

        Tally(long receivedBefore) {
            this.receivedBefore = receivedBefore;
        }

        Outcome outcome(long receivedNow) {
            return new Outcome(plainBytes, receivedNow - receivedBefore, requests, breaks);
        }
    }
}
