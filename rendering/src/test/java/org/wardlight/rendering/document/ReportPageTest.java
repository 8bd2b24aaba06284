// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.phantom.ReportWriting.code;
import static org.wardlight.rendering.phantom.ReportWriting.coded;
import static org.wardlight.rendering.phantom.ReportWriting.container;
import static org.wardlight.rendering.phantom.ReportWriting.image;
import static org.wardlight.rendering.phantom.ReportWriting.item;
import static org.wardlight.rendering.phantom.ReportWriting.number;
import static org.wardlight.rendering.phantom.ReportWriting.section;
import static org.wardlight.rendering.phantom.ReportWriting.text;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Vr;

class ReportPageTest {
    private static final DataSet MM = code("mm", "UCUM", "millimeter");
    private static final DataSet TITLE = code("18748-4", "LN", "Diagnostic imaging report");

    @Test
    void sections_are_headings_and_entries_are_named_values() throws IOException {
        String page = page(section(
                "Findings", text("CONTAINS", "Finding", "Small nodule.\nNo effusion."), number("Diameter", "7.5", MM)));

        assertThat(page)
                .contains("<h1>Diagnostic imaging report</h1>")
                .contains("ZZTEST, ALED · ID 9990000018")
                .contains(
                        "<section><h2>Findings</h2><dl><dt>Finding</dt><dd><div class=\"text\">Small nodule.\nNo effusion.</div></dd>")
                .contains("<dt>Diameter</dt><dd>7.5 mm</dd></dl></section>");
    }

    @Test
    void hostile_text_stays_text() throws IOException {
        String attack = "</div><script>alert(1)</script><img src=x onerror=\"alert(2)\">&amp;\u202Egpj.exe";
        String page = page(
                text("CONTAINS", "<b>\"'", attack),
                coded("CONTAINS", "Code", "<svg/onload=alert(3)>"),
                image("CONTAINS", "\"><script>", "1.2\" onclick=\"x"));

        assertThat(page)
                .doesNotContain("<script", "<img", "<svg", "\u202E", "onclick=\"x")
                .contains("&lt;/div&gt;&lt;script&gt;alert(1)")
                .contains("<dt>&lt;b&gt;&quot;&#39;</dt>");
    }

    @Test
    void every_value_type_has_its_words() throws IOException {
        String page = page(
                item("CONTAINS", "PNAME", "Observer")
                        .string(0x0040A123, Vr.PN, "Doe^Jane")
                        .build(),
                item("CONTAINS", "DATE", "Date")
                        .string(0x0040A121, Vr.DA, "20261124")
                        .build(),
                item("CONTAINS", "TIME", "Time")
                        .string(0x0040A122, Vr.TM, "160512.5")
                        .build(),
                item("CONTAINS", "DATETIME", "Both")
                        .string(0x0040A120, Vr.DT, "20261124160512+0100")
                        .build(),
                item("CONTAINS", "UIDREF", "Study")
                        .string(0x0040A124, Vr.UI, "1.2.3")
                        .build(),
                item("CONTAINS", "SCOORD", "Circle")
                        .string(0x00700023, Vr.CS, "CIRCLE")
                        .decimal(0x00700022, Vr.FL, 10, 20, 15, 20)
                        .build(),
                item("CONTAINS", "SCOORD3D", "Point")
                        .string(0x00700023, Vr.CS, "POINT")
                        .decimal(0x00700022, Vr.FL, 1, 2, 3)
                        .string(0x30060024, Vr.UI, "1.9")
                        .build(),
                item("CONTAINS", "TCOORD", "Beat")
                        .string(0x0040A130, Vr.CS, "SEGMENT")
                        .string(0x0040A138, Vr.DS, "0.5", "1.5")
                        .build(),
                item("CONTAINS", "NUM", "Nothing")
                        .items(0x0040A300)
                        .items(0x0040A301, code("114009", "DCM", "Value out of range"))
                        .build(),
                number("Ratio", "0.7", code("1", "UCUM", "no units")),
                image("CONTAINS", Written.STORAGE + "2", "1.2.840.99"));

        assertThat(page)
                .contains(
                        "<dd>Doe, Jane</dd>",
                        "<dd>24-Nov-2026</dd>",
                        "<dd>16:05:12</dd>",
                        "<dd>24-Nov-2026 16:05:12</dd>",
                        "<dd>1.2.3</dd>")
                .contains("circle in the image, column and row: (10.0 20.0), (15.0 20.0)")
                .contains("point in space, mm: (1.0 2.0 3.0), frame of reference 1.9")
                .contains("segment, seconds 0.5, 1.5")
                .contains("<dd>no value (Value out of range)</dd>", "<dd>0.7</dd>")
                .contains("<a target=\"_top\" href=\"/study/2.25.5?instance=1.2.840.99\">CT image</a>");
    }

    @Test
    void modifiers_and_context_say_what_they_are() throws IOException {
        String page = page(
                text("HAS OBS CONTEXT", "Person", "Dr Who"),
                number(
                        "Length",
                        "4",
                        MM,
                        coded("HAS CONCEPT MOD", "Laterality", "Left"),
                        text("INFERRED FROM", "Note", "n")));

        assertThat(page)
                .contains("<dt>Context: Person</dt>")
                .contains("<dd>4 mm<dl><dt>Meaning: Laterality</dt><dd>Left</dd><dt>Inferred from: Note</dt>");
    }

    @Test
    void an_entry_by_reference_leads_to_its_target() throws IOException {
        DataSet reference = DataSet.builder()
                .string(0x0040A010, Vr.CS, "INFERRED FROM")
                .integer(0x0040DB73, 1, 1)
                .build();
        String page = page(number("Length", "4", MM), text("CONTAINS", "Conclusion", "Long", reference));

        assertThat(page)
                .contains("<dt id=\"item-1.1\">Length</dt>")
                .contains("<a href=\"#item-1.1\">entry 1.1 of this report</a>");
    }

    @Test
    void what_is_not_verified_or_not_complete_says_so() throws IOException {
        DataSetBuilder partial = report(text("CONTAINS", "a", "b"))
                .string(0x0040A491, Vr.CS, "PARTIAL")
                .string(0x0040A493, Vr.CS, "UNVERIFIED");
        DataSet observer = DataSet.builder()
                .string(0x0040A075, Vr.PN, "Doe^Jane")
                .string(0x0040A027, Vr.LO, "Ward 5")
                .string(0x0040A030, Vr.DT, "20261124170000")
                .build();
        DataSetBuilder verified = report(text("CONTAINS", "a", "b"))
                .string(0x0040A491, Vr.CS, "COMPLETE")
                .string(0x0040A493, Vr.CS, "VERIFIED")
                .items(0x0040A073, observer);

        assertThat(Written.page(partial)).contains("This report is neither complete nor verified.");
        assertThat(Written.page(verified))
                .contains("<dd>Complete, verified</dd>")
                .contains("<dd>Doe, Jane, Ward 5, 24-Nov-2026 17:00:00</dd>")
                .doesNotContain("class=\"warn\"");
    }

    private static String page(DataSet... content) throws IOException {
        return Written.page(report(content));
    }

    private static DataSetBuilder report(DataSet... content) {
        return container(Written.header("88.33"), TITLE, content);
    }
}
