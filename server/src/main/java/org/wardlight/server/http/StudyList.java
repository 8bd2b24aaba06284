// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Arrival;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.study.StudyDescriptor.Arriving;
import org.wardlight.sync.study.StudyDescriptor.Patient;

/** The answer to a search, as {@code contract/studies.json} has it. */
record StudyList(List<Line> studies, @Nullable String next) {
    record Line(
            String study,
            Patient patient,
            @Nullable String date,
            @Nullable String time,
            String description,
            @Nullable String accession,
            List<String> modalities,
            int series,
            int instances,
            long bytes,
            Readiness readiness,
            @Nullable Arriving arrival) {}

    /**
     * How much of the study is here.
     *
     * @param state complete, or the state of the pin in lower case
     */
    record Readiness(String state, long have, long of) {
        static Readiness of(StudySummary summary, Optional<Pin> pin) {
            return pin.map(p -> new Readiness(word(p), p.have(), p.of()))
                    .orElseGet(() -> new Readiness("complete", summary.instances(), summary.instances()));
        }

        private static String word(Pin pin) {
            return pin.state().name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param arrival null when the study is whole, or held elsewhere */
    static Line line(StudySummary summary, Optional<Pin> pin, @Nullable Arrival arrival) {
        var patient = summary.patient();
        var study = summary.study();
        return new Line(
                study.study(),
                new Patient(
                        patient.name().display(),
                        patient.name().others(),
                        patient.id(),
                        patient.issuer(),
                        patient.nhsNumber().orElse(null),
                        patient.birthDate(),
                        patient.sex()),
                study.date(),
                study.time(),
                study.description(),
                study.accession(),
                summary.modalities(),
                summary.series(),
                summary.instances(),
                summary.bytes(),
                Readiness.of(summary, pin),
                arrival == null || arrival.isSettled() ? null : Arriving.of(arrival));
    }
}
