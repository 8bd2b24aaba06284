// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.wardlight.sync.peer.PullJob.State;

/** Jobs that end with the process. */
public final class MemoryPullJobs implements PullJobs {
    private final TreeMap<Long, PullJob> jobs = new TreeMap<>();
    private final Clock clock;
    private long last;

    public MemoryPullJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized PullJob add(PullJob.Wanted wanted) {
        Optional<PullJob> same = open().stream()
                .filter(job -> job.study().equals(wanted.study()) && job.peer().equalsIgnoreCase(wanted.peer()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        PullJob job = new PullJob(
                ++last,
                wanted.peer(),
                wanted.study(),
                wanted.about(),
                State.WAITING,
                0,
                0,
                "",
                wanted.by(),
                clock.instant(),
                clock.instant());
        jobs.put(job.id(), job);
        return job;
    }

    @Override
    public synchronized List<PullJob> newest(int limit) {
        return jobs.values().stream()
                .sorted(Comparator.comparingLong(PullJob::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PullJob> open() {
        return jobs.values().stream().filter(job -> !job.state().isOver()).toList();
    }

    @Override
    public synchronized Optional<PullJob> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized boolean update(PullJob job) {
        boolean open = find(job.id()).filter(now -> !now.state().isOver()).isPresent();
        if (open) {
            jobs.put(job.id(), job);
        }
        return open;
    }

    @Override
    public synchronized boolean stop(long id) {
        return find(id).filter(
                        job -> update(job.at(State.STOPPED, job.have(), job.of(), job.message(), clock.instant())))
                .isPresent();
    }
}
