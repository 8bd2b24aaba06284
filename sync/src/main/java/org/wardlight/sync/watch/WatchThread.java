// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a watched folder on a thread of its own: soon after the system says that something came, and every few seconds in any case,
 * since network shares say nothing. Close it; what is being taken is taken to its end.
 */
public final class WatchThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WatchThread.class);

    private final WatchedFolder folder;
    private final Duration every;
    private final Duration soon;
    private final WatchService events;
    private final Thread thread;
    private volatile boolean stopping;

    private WatchThread(WatchedFolder folder, Duration every, Duration soon, WatchService events) {
        this.folder = folder;
        this.every = every;
        this.soon = soon;
        this.events = events;
        this.thread = new Thread(this::run, "watched-folder");
        thread.setDaemon(true);
    }

    /**
     * @param every how often to look when nothing is heard
     * @param soon how long after a file appeared, or while files wait to be ready
     */
    public static WatchThread start(WatchedFolder folder, Duration every, Duration soon) throws IOException {
        Path root = Files.createDirectories(folder.root());
        WatchService events = root.getFileSystem().newWatchService();
        root.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        WatchThread watch = new WatchThread(folder, every, soon, events);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (!stopping) {
                boolean isBusy = look();
                if (isBusy) {
                    TimeUnit.MILLISECONDS.sleep(soon.toMillis());
                } else {
                    WatchKey heard = events.poll(every.toMillis(), TimeUnit.MILLISECONDS);
                    if (heard != null) {
                        heard.pollEvents();
                        heard.reset();
                    }
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException stopped) {
            log.debug("the watched folder is left");
        }
    }

    /** A fault of one look must not end all later ones. */
    private boolean look() {
        try {
            WatchedFolder.Looked looked = folder.look();
            return looked.waiting() > 0 || looked.taken() > 0;
        } catch (RuntimeException fault) {
            log.error(
                    "a look at the watched folder failed: {}", fault.getClass().getName());
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        events.close();
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
