// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;

/** {@code list} on a store with one study. */
class ListCommandTest {
    private static final Fixtures CT = Fixtures.ct().slices(1).patient("Zztest^Aled", "999 000 0018");

    @TempDir
    Path folder;

    private String store = "";

    @BeforeEach
    void fill() throws Exception {
        store = folder.resolve("store").toString();
        Path file = Files.write(folder.resolve("ct.dcm"), CT.bytes(0));
        assertThat(Run.of("import", file.toString(), "--store", store).exitCode())
                .isZero();
    }

    private Run put(String text) throws Exception {
        Path csv = Files.writeString(folder.resolve("ward.csv"), text);
        return Run.of("list", "put", "Ward 7B", csv.toString(), "--store", store);
    }

    @Test
    void a_list_is_made_from_a_spreadsheet_with_every_odd_line_explained_and_exported_again() throws Exception {
        Run put = put("Bed,NHS number\n1,9990000018\n2,9990000026\n3,\n");
        assertThat(put.exitCode()).as("a line was left out").isEqualTo(1);
        assertThat(put.out()).contains("9990000018\tZZTEST, Aled\t1 study");
        assertThat(put.err())
                .contains("line 3: Nothing of this patient is here yet")
                .contains("line 4: No identifier in this row. Left out.");
        assertThat(Run.of("list", "show", "--store", store).out()).contains("Ward 7B\t2 lines\t1 studies");
        Run export = Run.of("list", "export", "Ward 7B", "--store", store);
        assertThat(export.out()).contains("\"9990000018\",\"patient\",\"ZZTEST, Aled\"");
        assertThat(put(export.out()).exitCode()).isZero();
        assertThat(Run.of("list", "remove", "ward 7b", "--store", store).exitCode())
                .isZero();
        assertThat(Run.of("list", "export", "Ward 7B", "--store", store).err()).contains("no list of the name Ward 7B");
    }
}
