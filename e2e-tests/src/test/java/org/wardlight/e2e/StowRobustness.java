// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Trials of storing that the tests run in short and {@code ./wardlight bench} in full; each says in words what was lost. */
final class StowRobustness {
    private static final int EDGE = 64;
    private static final int A_REQUEST = 10;
    private static final int LATEST_MS = 300;

    private StowRobustness() {}

    /**
     * What came of kills.
     *
     * @param faults in words; empty when nothing is wrong
     * @param there instances that were listed and read afterwards
     */
    record Kills(List<String> faults, int acknowledged, int there) {}

    /**
     * Ends the server at random moments of storing, starts it again, and looks whether all that was acknowledged is there to the last byte
     * and nothing is there in part.
     *
     * @param store empty at first
     */
    static Kills kills(Path folder, Path store, int kills, int files, Random random) throws Exception {
        List<String> faults = new ArrayList<>();
        Set<CtFile> acknowledged = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            try (WardlightProcess server = WardlightProcess.serve(folder, "serve", "--store", store.toString())) {
                // Every other study comes in one request.
                int aRequest = kill % 2 == 0 ? A_REQUEST : files;
                acknowledged.addAll(killedAt(server, kill + 1, files, aRequest, random));
            }
        }
        int there = 0;
        try (WardlightProcess server = WardlightProcess.serve(folder, "serve", "--store", store.toString())) {
            WebPacs pacs = new WebPacs(server);
            for (CtFile file : acknowledged) {
                same(pacs, file).ifPresent(faults::add);
            }
            for (int study = 1; study <= kills; study++) {
                there += whole(pacs, study, files, faults);
            }
        }
        WardlightProcess.Result doctor = WardlightProcess.run("doctor", "--store", store.toString());
        if (doctor.exitCode() != 0) {
            faults.add("doctor: " + doctor.out() + doctor.err());
        }
        if (acknowledged.isEmpty()) {
            faults.add("no instance was acknowledged before a kill: nothing was tried");
        }
        return new Kills(faults, acknowledged.size(), there);
    }

    /** Kills the server a moment after a random file of the study was sent; what was acknowledged until then. */
    private static Collection<CtFile> killedAt(
            WardlightProcess server, int study, int files, int aRequest, Random random) throws Exception {
        Collection<CtFile> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(2 * A_REQUEST + random.nextInt(files - 2 * A_REQUEST));
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> send(new WebPacs(server), study, files, aRequest, left, acknowledged));
        if (!left.await(2, TimeUnit.MINUTES)) {
            throw new IOException("files are not taken");
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS));
        server.killNow();
        sending.get(1, TimeUnit.MINUTES);
        return acknowledged;
    }

    private static void send(
            WebPacs pacs, int study, int files, int aRequest, CountDownLatch left, Collection<CtFile> acknowledged) {
        try {
            for (int first = 1; first <= files; first += aRequest) {
                List<CtFile> some = new ArrayList<>();
                for (int number = first; number < first + aRequest; number++) {
                    some.add(CtFile.of(study, number, EDGE));
                }
                List<String> kept = pacs.store(some, file -> left.countDown()).kept();
                some.stream().filter(file -> kept.contains(file.instance())).forEach(acknowledged::add);
            }
        } catch (IOException | InterruptedException killed) {
            // That is what is tried here.
        }
    }

    /** Whatever is listed of a study can be had, and is what was sent; how many that are. */
    private static int whole(WebPacs pacs, int study, int files, List<String> faults) throws Exception {
        Set<String> sent = new HashSet<>();
        for (int number = 1; number <= files; number++) {
            sent.add(CtFile.of(study, number, EDGE).instance());
        }
        var rows = pacs.json("/studies/" + CtFile.of(study, 1, EDGE).study() + "/instances");
        for (var row : rows) {
            String uid = row.at("/00080018/Value/0").asText();
            if (!sent.contains(uid)) {
                faults.add("an instance that nobody sent: " + uid);
                continue;
            }
            int number = Integer.parseInt(uid.substring(uid.lastIndexOf('.') + 1));
            same(pacs, CtFile.of(study, number, EDGE)).ifPresent(faults::add);
        }
        return rows.size();
    }

    /** Empty when the object comes back to the last byte. */
    static Optional<String> same(WebPacs pacs, CtFile file) throws InterruptedException {
        byte[] ours = new byte[64 * 1024];
        byte[] theirs = new byte[64 * 1024];
        long at = 0;
        try (InputStream expected = file.stream();
                InputStream actual = pacs.retrieve(file)) {
            while (true) {
                int count = expected.readNBytes(ours, 0, ours.length);
                int got = actual.readNBytes(theirs, 0, theirs.length);
                if (count != got || !Arrays.equals(ours, 0, count, theirs, 0, got)) {
                    return Optional.of(file.instance() + " differs after byte " + at);
                }
                if (count == 0) {
                    return Optional.empty();
                }
                at += count;
            }
        } catch (IOException absent) {
            return Optional.of(file.instance() + ": " + absent.getMessage());
        }
    }
}
