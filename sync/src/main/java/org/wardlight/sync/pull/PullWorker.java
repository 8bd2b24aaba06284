// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.peer.KnownPeers;
import org.wardlight.sync.peer.PullJob;
import org.wardlight.sync.peer.PullJob.State;
import org.wardlight.sync.peer.PullJobs;

/** Fetches what waits, one study after the other, on a thread of its own; after a restart it goes on with what was not over. Close it. */
public final class PullWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PullWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** How often progress is written. */
    private static final long NEWS_NANOS = Duration.ofMillis(500).toNanos();

    private final PullJobs jobs;
    private final KnownPeers peers;
    private final StudyPuller puller;
    private final Clock clock;
    private final Thread thread = new Thread(this::work, "pull");
    private volatile boolean closed;

    private PullWorker(PullJobs jobs, KnownPeers peers, StudyPuller puller, Clock clock) {
        this.jobs = jobs;
        this.peers = peers;
        this.puller = puller;
        this.clock = clock;
    }

    public static PullWorker start(PullJobs jobs, KnownPeers peers, StudyPuller puller, Clock clock) {
        PullWorker worker = new PullWorker(jobs, peers, puller, clock);
        worker.thread.setDaemon(true);
        worker.thread.start();
        return worker;
    }

    private void work() {
        while (!closed) {
            try {
                Optional<PullJob> next = jobs.open().stream().findFirst();
                if (next.isPresent()) {
                    fetch(next.get());
                } else {
                    rest();
                }
            } catch (RuntimeException fault) {
                LOG.error(
                        "fetching from a peer stopped for a while: {}",
                        fault.getClass().getName());
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException end) {
            closed = true;
        }
    }

    private void fetch(PullJob job) {
        Optional<Peer> peer = peers.named(job.peer());
        if (peer.isEmpty()) {
            end(job, State.FAILED, job.have(), job.of(), "this peer is no longer known here");
            return;
        }
        jobs.update(job.at(State.RUNNING, job.have(), job.of(), "", clock.instant()));
        try {
            Pulled pulled = puller.pull(peer.get(), job.study(), Way.AUTO, new Told(job));
            if (closed) {
                return;
            }
            State state = pulled.isComplete() ? State.DONE : State.FAILED;
            end(job, state, pulled.present(), pulled.expected(), pulled.message());
        } catch (IOException failed) {
            if (!closed) {
                end(job, State.FAILED, job.have(), job.of(), PacsSearch.words(failed));
            }
        } catch (RuntimeException fault) {
            LOG.error("a study could not be fetched: {}", fault.getClass().getName());
            end(job, State.FAILED, job.have(), job.of(), "a fault of this program, or its store can take no more");
        }
    }

    private void end(PullJob job, State state, int have, int of, String message) {
        jobs.update(job.at(state, have, of, message, clock.instant()));
    }

    /** Writes how far it is, twice a second, and hears whether it was stopped. */
    private final class Told implements WebPuller.Progress {
        private final PullJob job;
        private long told = System.nanoTime() - NEWS_NANOS;
        private boolean goesOn = true;

        Told(PullJob job) {
            this.job = job;
        }

        @Override
        public boolean at(int have, int of) {
            if (System.nanoTime() - told >= NEWS_NANOS) {
                told = System.nanoTime();
                goesOn = jobs.update(job.at(State.RUNNING, have, of, "", clock.instant()));
            }
            return goesOn && !closed;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
