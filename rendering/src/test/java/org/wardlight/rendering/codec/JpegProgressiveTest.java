// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.values;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;

class JpegProgressiveTest {
    private static final int ROWS = 45;
    private static final int COLUMNS = 37;
    private static final FrameLayout LAYOUT = FrameLayout.grey(ROWS, COLUMNS, 16, 12, false);

    /** Busy blocks, flat ones and ones with a lone late coefficient, so that runs and ends of bands of every sort come. */
    private static int[][] blocks() {
        Random random = new Random(53);
        int[][] blocks = new int[(ROWS + 7) / 8 * ((COLUMNS + 7) / 8)][64];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b][0] = random.nextInt(4000) - 2000;
            int busy = b % 3 == 0 ? 64 : b % 3 == 1 ? 0 : 3;
            for (int k = 1; k < busy; k++) {
                blocks[b][k] = random.nextInt(4) > 0 ? 0 : random.nextInt(600) - 300;
            }
            blocks[b][63] = b % 4 == 1 ? -1 - b % 7 : 0;
            blocks[b][20] = b % 5 == 2 ? 1 : blocks[b][20];
        }
        return blocks;
    }

    @Test
    void six_progressive_scans_give_what_one_sequential_scan_gives() {
        int[] sequential =
                values(new JpegCodec().decode(CoefficientJpegWriter.sequential(blocks(), ROWS, COLUMNS), LAYOUT));
        int[] progressive =
                values(new JpegCodec().decode(CoefficientJpegWriter.progressive(blocks(), ROWS, COLUMNS), LAYOUT));
        assertThat(progressive).isEqualTo(sequential);
        assertThat(java.util.Arrays.stream(sequential).distinct().count()).isGreaterThan(200);
    }

    @Test
    void scans_that_did_not_come_are_no_picture() {
        byte[] first = CoefficientJpegWriter.unfinished(blocks(), ROWS, COLUMNS);
        assertThatThrownBy(() -> new JpegCodec().decode(first, LAYOUT))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("before its last scan");
    }

    @Test
    void a_refinement_of_what_has_not_come_is_broken() {
        byte[] stream = CoefficientJpegWriter.progressive(blocks(), ROWS, COLUMNS);
        int scan = 0;
        while (!(stream[scan] == (byte) 0xFF && stream[scan + 1] == (byte) 0xDA)) {
            scan++;
        }
        stream[scan + 9] = 0x21; // the first scan calls itself the one that follows bit 2
        assertThatThrownBy(() -> new JpegCodec().decode(stream, LAYOUT))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("do not follow each other");
    }
}
