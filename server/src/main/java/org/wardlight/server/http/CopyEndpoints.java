// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.keep.Copies;
import org.wardlight.sync.keep.Copy;
import org.wardlight.sync.keep.ListReadiness;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.Lists;
import org.wardlight.sync.list.WardList;

/** Devices tell what they keep; an administrator sees from that how ready a list is. */
final class CopyEndpoints {
    private final Copies copies;
    private final Lists lists;
    private final ListContents contents;
    private final Clock clock = Clock.systemUTC();

    CopyEndpoints(Copies copies, Lists lists, Catalog catalog) {
        this.copies = copies;
        this.lists = lists;
        this.contents = new ListContents(catalog);
    }

    /** Replaces what this device said before. */
    void put(Context context) {
        Answers.requireJson(context);
        Told told = Answers.read(context, Told.class);
        if (told.studies() == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Caller caller = Guard.caller(context);
        String name = told.name() == null || told.name().isBlank() ? caller.name() : told.name();
        List<Copy.Kept> kept = told.studies().stream()
                .filter(one -> one.study() != null && one.study().matches("[0-9.]{1,64}"))
                .filter(one -> Within.holds(context, one.study()))
                .map(Told.One::kept)
                .toList();
        try {
            copies.put(new Copy(
                    caller.id(),
                    context.pathParam("copy"),
                    name.substring(0, Math.min(Copy.LONGEST_NAME, name.length())),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    kept));
        } catch (IllegalArgumentException tooMuch) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Answers.json(context, new Taken(kept.size()));
    }

    void readiness(Context context) {
        WardList list = ListEndpoints.visible(lists, context, context.pathParam("list"));
        List<ListContents.Line> lines = contents.of(list);
        Answers.json(context, Readiness.of(list.name(), lines, ListReadiness.of(lines, copies.all(), clock.instant())));
    }

    /** @param name of the device, for people; that of the caller when left out */
    record Told(@Nullable String name, List<One> studies) {
        record One(String study, boolean ready, @Nullable String until) {
            Copy.Kept kept() {
                try {
                    return new Copy.Kept(study, ready, until == null ? null : Instant.parse(until));
                } catch (DateTimeParseException noTime) {
                    throw new Refused(ProblemKind.BAD_BODY);
                }
            }
        }
    }

    record Taken(int studies) {}

    /** As {@code contract/list-readiness.json} has it. */
    record Readiness(String name, List<Patient> patients, List<OnDevice> devices) {
        /** @param name null when nothing is here */
        record Patient(String text, @Nullable String name, int studies) {}

        /** @param lacking patients that are not whole there, by their place in {@code patients}, from 0 */
        record OnDevice(
                String name,
                String owner,
                String at,
                int ready,
                int of,
                @Nullable String until,
                List<Integer> lacking) {}

        static Readiness of(String name, List<ListContents.Line> lines, ListReadiness readiness) {
            return new Readiness(
                    name,
                    lines.stream().map(Readiness::patient).toList(),
                    readiness.devices().stream().map(Readiness::device).toList());
        }

        private static Patient patient(ListContents.Line line) {
            @Nullable
            String name = line.studies().stream()
                    .findFirst()
                    .map(study -> study.patient().name().display())
                    .orElse(null);
            return new Patient(line.entry().text(), name, line.studies().size());
        }

        private static OnDevice device(ListReadiness.OnDevice device) {
            Copy copy = device.copy();
            Instant until = device.until();
            return new OnDevice(
                    copy.name(),
                    copy.owner(),
                    copy.at().toString(),
                    device.ready(),
                    device.of(),
                    until == null ? null : until.toString(),
                    device.lacking());
        }
    }
}
