// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.Purpose;

/** What a laptop keeps: list, add, remove. A node without an upstream has no pins and takes none. */
final class PinEndpoints {
    private final Optional<Pins> pins;

    PinEndpoints(Optional<Pins> pins) {
        this.pins = pins;
    }

    void list(Context context) {
        List<Pin> all = pins.map(Pins::all).orElse(List.of());
        Map<String, Instant> leases = pins.map(Pins::leases).orElse(Map.of());
        Answers.json(
                context,
                new PinList(all.stream()
                        .filter(pin -> Within.holds(context, pin.study()))
                        .map(pin -> PinList.line(pin, leases.get(pin.study())))
                        .toList()));
    }

    void add(Context context) {
        Request request = read(context);
        Purpose purpose = Parameters.of(
                request.purpose() == null ? Purpose.ORIGINAL.word() : request.purpose(),
                word -> Purpose.find(word).orElseThrow(IllegalArgumentException::new));
        if (!Within.holds(context, request.study())) {
            throw new Refused(ProblemKind.NOT_ON_YOUR_LISTS);
        }
        @Nullable Instant until = request.until() == null ? null : Parameters.of(request.until(), Instant::parse);
        Pin pin = pins.orElseThrow(() -> new Refused(ProblemKind.NO_UPSTREAM)).add(request.study(), purpose, until);
        Answers.json(context, 202, Answers.JSON, PinList.line(pin, until));
    }

    void remove(Context context) {
        boolean was = pins.map(all -> all.remove(context.pathParam("study"))).orElse(false);
        if (!was) {
            throw new Refused(ProblemKind.PIN_NOT_FOUND);
        }
        context.status(204);
    }

    private static Request read(Context context) {
        Answers.requireJson(context);
        Request request = Answers.read(context, Request.class);
        if (request.study() == null || !request.study().matches("[0-9.]{1,64}")) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return request;
    }

    /**
     * @param purpose preview, exact or original; original when left out
     * @param until when it will be removed, ISO 8601 with its zone; never by date when left out
     */
    record Request(
            String study,
            @Nullable String purpose,
            @Nullable String until) {}

    record PinList(List<Line> pins) {
        record Line(
                String study,
                String purpose,
                String state,
                long have,
                long of,
                long haveBytes,
                long ofBytes,
                @Nullable String error,
                String at,
                @Nullable String until) {}

        static Line line(Pin pin, @Nullable Instant until) {
            return new Line(
                    pin.study(),
                    pin.purpose(),
                    pin.state().name().toLowerCase(Locale.ROOT),
                    pin.have(),
                    pin.of(),
                    pin.haveBytes(),
                    pin.ofBytes(),
                    pin.error(),
                    pin.at().toString(),
                    until == null ? null : until.toString());
        }
    }
}
