// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of DICOMweb that store, search, look and fetch while others push by C-STORE; what any of them was not given is a fault. */
final class Soak {
    private static final int EDGE = 128;
    private static final int SLICES = 3;
    private static final int MOST_FAULTS = 20;
    private static final int QUARTERS = 4;

    private final WebPacs pacs;
    private final long end;
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();

    private Soak(WardlightProcess server, Duration length) {
        pacs = new WebPacs(server);
        end = System.nanoTime() + length.toNanos();
    }

    /**
     * How much, for how long.
     *
     * @param clients of DICOMweb at once
     * @param associations at once
     */
    record Load(int clients, int associations, Duration length) {}

    /** Memory at one moment: what is resident, and what is left in the heap after collecting. */
    record Sample(long residentKib, long liveKib) {}

    /**
     * How it went.
     *
     * @param faults in words; empty when all went well
     * @param rounds studies that were stored and read back
     * @param pushed objects that were acknowledged to DICOM peers
     * @param memory of the server after a quarter of the time, after half, three quarters and all of it
     */
    record Report(List<String> faults, int rounds, int pushed, List<Sample> memory) {}

    static Report run(Path folder, Load load) throws IOException, InterruptedException {
        int port = Processes.freePort();
        String store = folder.resolve("store").toString();
        try (WardlightProcess server = WardlightProcess.serve(
                folder, "serve", "--store", store, "--dicom-port", "" + port, "--dicom-promiscuous")) {
            return new Soak(server, load.length()).run(server, new Pushes(folder, port), load);
        }
    }

    private Report run(WardlightProcess server, Pushes pushing, Load load) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(load.clients() + 1);
        for (int client = 0; client < load.clients(); client++) {
            int number = client;
            start("client " + client, () -> client(number), done);
        }
        start("pushing", () -> pushes.set(pushing.until(end, load.associations())), done);
        List<Sample> memory = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            TimeUnit.MILLISECONDS.sleep(load.length().toMillis() / QUARTERS);
            memory.add(new Sample(Memory.resident(server.pid()), Memory.live(server.pid())));
        }
        if (!done.await(2, TimeUnit.MINUTES)) {
            faults.add("a client did not come to its end");
        }
        count();
        return new Report(List.copyOf(faults), rounds.get(), pushes.get() * Pushes.A_PUSH, memory);
    }

    private interface Work {
        void run() throws Exception;
    }

    private void start(String name, Work work, CountDownLatch done) {
        new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (Exception broken) {
                                faults.add(name + ": " + broken);
                            } finally {
                                done.countDown();
                            }
                        },
                        name)
                .start();
    }

    private void client(int client) throws Exception {
        for (int round = 0; System.nanoTime() < end && faults.size() < MOST_FAULTS; round++) {
            round(100_000L * (client + 1) + round);
            rounds.incrementAndGet();
        }
    }

    private void round(long study) throws Exception {
        List<CtFile> files = new ArrayList<>();
        for (int number = 1; number <= SLICES; number++) {
            files.add(CtFile.of(study, number, EDGE));
        }
        CtFile one = files.get((int) (study % SLICES));
        String path = WebPacs.path(one);
        expect(pacs.store(files).status() == 200, "storing", study);
        expect(pacs.json("/studies?PatientID=" + one.patient()).size() == 1, "finding the study", study);
        expect(pacs.json("/studies/" + one.study() + "/instances").size() == SLICES, "finding instances", study);
        expect(pacs.json(path + "/metadata").size() == 1, "metadata", study);
        expect(isPicture(pacs.get(path + "/rendered?viewport=64,64", "image/jpeg")), "a picture", study);
        HttpResponse<byte[]> frame = pacs.get(path + "/frames/1", "application/octet-stream");
        expect(frame.statusCode() == 200 && frame.body().length == 2 * EDGE * EDGE, "a frame", study);
        StowRobustness.same(pacs, one).ifPresent(faults::add);
    }

    private static boolean isPicture(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200 && answer.body().length > 100 && answer.body()[0] == (byte) 0xFF;
    }

    private void expect(boolean came, String what, long study) {
        if (!came) {
            faults.add(what + " of study " + study + " failed");
        }
    }

    /** All that was acknowledged is still there: a push makes up a study of its own. */
    private void count() throws IOException, InterruptedException {
        int studies = 0;
        int objects = 0;
        JsonNode page;
        do {
            page = pacs.json("/studies?limit=500&offset=" + studies);
            studies += page.size();
            for (JsonNode study : page) {
                objects += study.at("/00201208/Value/0").asInt();
            }
        } while (!page.isEmpty());
        same("studies", rounds.get() + pushes.get(), studies);
        same("objects", rounds.get() * SLICES + pushes.get() * Pushes.A_PUSH, objects);
    }

    private void same(String what, int acknowledged, int found) {
        if (found != acknowledged) {
            faults.add(acknowledged + " " + what + " were acknowledged, " + found + " are there");
        }
    }
}
