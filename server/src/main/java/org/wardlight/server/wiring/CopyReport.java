// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.SiteClient;
import org.wardlight.sync.transfer.ToldCopy;

/** Tells the site what this laptop keeps, when that has changed or was not told for long. One thread. */
public final class CopyReport {
    private static final Logger LOG = LoggerFactory.getLogger(CopyReport.class);
    private static final int EVERY = 20;

    private final SiteClient site;
    private final Node node;
    private @Nullable ToldCopy last;
    private int since;

    public CopyReport(SiteClient site, Node node) {
        this.site = site;
        this.node = node;
    }

    /** A site that is away, or is older than this, hears it another time. */
    public void tell() {
        ToldCopy now = copy();
        since++;
        if (now.equals(last) && since < EVERY) {
            return;
        }
        try {
            site.tell(now);
            last = now;
            since = 0;
        } catch (IOException later) {
            LOG.debug(
                    "the site did not take what is kept here: {}",
                    later.getClass().getSimpleName());
        }
    }

    private ToldCopy copy() {
        Map<String, Instant> leases = node.keeps().leases().all();
        List<ToldCopy.One> studies = node.catalog().pins().stream()
                .limit(ToldCopy.MOST)
                .map(pin ->
                        new ToldCopy.One(pin.study(), pin.state() == Pin.State.COMPLETE, text(leases.get(pin.study()))))
                .toList();
        return new ToldCopy(studies);
    }

    private static @Nullable String text(@Nullable Instant until) {
        return until == null ? null : until.toString();
    }
}
