// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.list.Departure.Why;

/** Notes on its lists what leaves them by a deletion or a correction, so that nobody looks for it in vain. */
public final class Departures {
    private final Catalog catalog;
    private final Lists lists;
    private final Clock clock;

    public Departures(Catalog catalog, Lists lists, Clock clock) {
        this.catalog = catalog;
        this.lists = lists;
        this.clock = clock;
    }

    /** A study as it stood on a list. */
    private record Place(WardList list, StudySummary study) {}

    /**
     * Does what was decided about a study and the others of its patient, then notes what that took from lists.
     *
     * @param by who decided, by name
     */
    public <T> T during(String study, Why why, String by, Callable<T> work) throws Exception {
        List<Place> before = places(study);
        T done = work.call();
        for (Place place : before) {
            StudySummary was = place.study();
            Optional<StudySummary> is = catalog.summary(was.study().study());
            if (is.filter(now -> place.list().holds(now, today())).isEmpty()) {
                lists.left(new Departure(
                        place.list().name(),
                        was.study().study(),
                        was.patient().name().display(),
                        why,
                        by,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return done;
    }

    private List<Place> places(String study) {
        List<StudySummary> affected = new ArrayList<>();
        catalog.summary(study)
                .ifPresent(
                        one -> affected.addAll(catalog.ofPatient(one.patient().id())));
        List<Place> places = new ArrayList<>();
        for (WardList list : lists.all()) {
            affected.stream().filter(one -> list.holds(one, today())).forEach(one -> places.add(new Place(list, one)));
        }
        return places;
    }

    private java.time.LocalDate today() {
        return java.time.LocalDate.now(clock);
    }
}
