// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;

/** A radiotherapy plan as tables (PS3.3 C.8.8.9 to C.8.8.14, C.8.8.25): prescription, fractions, beams. Not for treatment. */
final class PlanPage {
    private static final int BEAMS = 0x300A00B0;
    private static final int ION_BEAMS = 0x300A03A2;
    private static final int CONTROL_POINTS = 0x300A0111;
    private static final int ION_CONTROL_POINTS = 0x300A03A8;

    private PlanPage() {}

    static boolean is(DataSet data) {
        return data.contains(Attribute.PLAN_LABEL)
                && (data.contains(Attribute.FRACTION_GROUP_SEQUENCE)
                        || data.contains(BEAMS)
                        || data.contains(ION_BEAMS));
    }

    static String of(DataSet data, DocumentFacts facts) {
        Html body = new Html().raw("<dl>");
        body.row("Plan name", text(data, 0x300A0003))
                .row("Description", text(data, 0x300A0004))
                .row("Date", Moments.date(text(data, 0x300A0006)))
                .row("Intent", text(data, 0x300A000A))
                .row("Approval", text(data, 0x300E0002))
                .row("Prescription", text(data, 0x300A000E));
        body.raw("</dl>");
        doses(body, data.items(0x300A0010));
        fractions(body, data.items(Attribute.FRACTION_GROUP_SEQUENCE));
        beams(body, data.items(BEAMS), CONTROL_POINTS);
        beams(body, data.items(ION_BEAMS), ION_CONTROL_POINTS);
        return Page.of(data, facts.title(), false, body);
    }

    private static void doses(Html body, List<DataSet> doses) {
        table(
                body,
                "Prescribed doses",
                doses.isEmpty(),
                "Dose reference",
                "Type",
                "Description",
                "Target dose (Gy)",
                "Maximum (Gy)");
        for (DataSet dose : doses) {
            row(
                    body,
                    text(dose, 0x300A0012),
                    text(dose, 0x300A0020),
                    text(dose, 0x300A0016),
                    text(dose, 0x300A0026),
                    text(dose, 0x300A0023));
        }
        end(body, doses.isEmpty());
    }

    private static void fractions(Html body, List<DataSet> groups) {
        table(
                body,
                "Fractions",
                groups.isEmpty(),
                "Group",
                "Planned fractions",
                "Beams",
                "Dose of each beam (Gy)",
                "Meterset of each beam");
        for (DataSet group : groups) {
            List<DataSet> beams = group.items(0x300C0004);
            row(
                    body,
                    text(group, 0x300A0071),
                    text(group, 0x300A0078),
                    text(group, 0x300A0080),
                    joined(beams, 0x300A0084),
                    joined(beams, 0x300A0086));
        }
        end(body, groups.isEmpty());
    }

    private static void beams(Html body, List<DataSet> beams, int controlPoints) {
        table(
                body,
                "Beams",
                beams.isEmpty(),
                "Beam",
                "Name",
                "Type",
                "Radiation",
                "Energy",
                "Gantry (°)",
                "Collimator (°)",
                "Couch (°)",
                "Machine");
        for (DataSet beam : beams) {
            DataSet first = Optional.of(beam.items(controlPoints))
                    .filter(points -> !points.isEmpty())
                    .map(points -> points.get(0))
                    .orElse(DataSet.EMPTY);
            row(
                    body,
                    text(beam, 0x300A00C0),
                    text(beam, 0x300A00C2),
                    text(beam, 0x300A00C4),
                    text(beam, 0x300A00C6),
                    text(first, 0x300A0114),
                    text(first, 0x300A011E),
                    text(first, 0x300A0120),
                    text(first, 0x300A0122),
                    text(beam, 0x300A00B2));
        }
        end(body, beams.isEmpty());
    }

    private static String joined(List<DataSet> beams, int tag) {
        return String.join(
                ", ",
                beams.stream()
                        .map(beam ->
                                text(beam, 0x300C0006) + ": " + beam.string(tag).orElse("not stated"))
                        .toList());
    }

    private static void table(Html body, String heading, boolean isEmpty, String... columns) {
        if (isEmpty) {
            return;
        }
        body.element("h2", heading).raw("<div class=\"scroll\"><table><thead><tr>");
        for (String column : columns) {
            body.raw("<th scope=\"col\">").text(column).raw("</th>");
        }
        body.raw("</tr></thead><tbody>");
    }

    private static void row(Html body, String... cells) {
        body.raw("<tr>");
        for (String cell : cells) {
            body.element("td", cell);
        }
        body.raw("</tr>");
    }

    private static void end(Html body, boolean isEmpty) {
        if (!isEmpty) {
            body.raw("</tbody></table></div>");
        }
    }

    private static String text(DataSet data, int tag) {
        return data.string(tag).orElse("");
    }
}
