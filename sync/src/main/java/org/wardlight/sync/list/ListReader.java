// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.list.ListEntry.Kind;
import org.wardlight.sync.list.ListText.Doubt;
import org.wardlight.sync.list.ListText.Taken;

/** Reads pasted identifiers and says of each that is not plainly known here why, line by line. */
public final class ListReader {
    private static final int MOST_ZEROS = 4;

    private final Catalog catalog;
    private final ListContents contents;

    public ListReader(Catalog catalog) {
        this.catalog = catalog;
        this.contents = new ListContents(catalog);
    }

    /** What was read, with a doubt for each line that means nothing here yet, or more than it should. */
    public ListText.Read read(String pasted) {
        ListText.Read plain = ListText.read(pasted);
        List<Taken> taken = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>(plain.doubts());
        Map<ListEntry, Integer> lines = new HashMap<>();
        for (Taken one : plain.taken()) {
            Integer before = lines.putIfAbsent(one.entry(), one.line());
            if (before != null) {
                doubts.add(new Doubt(one.line(), false, "The same as line " + before + "."));
            } else {
                taken.add(looked(one, doubts));
            }
        }
        doubts.sort(java.util.Comparator.comparingInt(Doubt::line));
        return new ListText.Read(List.copyOf(taken), List.copyOf(doubts));
    }

    private Taken looked(Taken one, List<Doubt> doubts) {
        ListEntry entry = one.entry();
        ListContents.Line line = new ListContents.Line(entry, contents.studies(entry));
        if (line.isAmbiguous()) {
            doubts.add(new Doubt(
                    one.line(),
                    true,
                    "The number of several people here: write the issuer behind it, as in 123^^^HOSPITAL."));
        }
        if (!line.studies().isEmpty()) {
            return one;
        }
        if (isAccession(entry)) {
            doubts.add(new Doubt(
                    one.line(),
                    true,
                    "No patient here has this number, but a request does: taken as an accession number."));
            return new Taken(one.line(), ListEntry.accession(entry.value()));
        }
        doubts.add(new Doubt(one.line(), true, unknown(entry)));
        return one;
    }

    private boolean isAccession(ListEntry entry) {
        return entry.kind() == Kind.PATIENT
                && entry.issuer() == null
                && !catalog.ofAccession(entry.value()).isEmpty();
    }

    private String unknown(ListEntry entry) {
        return switch (entry.kind()) {
            case STUDY -> "No study of this UID is here yet. It is on the list when it comes.";
            case ACCESSION -> "No study of this accession number is here yet. It is on the list when it comes.";
            case PATIENT ->
                withZeros(entry)
                        .or(() -> ofAnother(entry))
                        .orElse("Nothing of this patient is here yet. What comes is on the list.");
        };
    }

    /** Spreadsheets drop zeros before a number. */
    private Optional<String> withZeros(ListEntry entry) {
        for (int zeros = 1; zeros <= MOST_ZEROS; zeros++) {
            if (!catalog.ofPatient("0".repeat(zeros) + entry.value()).isEmpty()) {
                return Optional.of("Nobody here has this number, but somebody has it with " + zeros
                        + (zeros == 1 ? " zero" : " zeros")
                        + " in front, which spreadsheets drop. If it is that one, write it so.");
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofAnother(ListEntry entry) {
        boolean isKnown =
                entry.issuer() != null && !catalog.ofPatient(entry.value()).isEmpty();
        return isKnown
                ? Optional.of(
                        "The number is known here, but under another issuer, or none. What comes under this one is on the list.")
                : Optional.empty();
    }
}
