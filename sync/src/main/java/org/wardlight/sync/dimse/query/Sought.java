// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Looks through what another archive answered: some leave keys that they do not know out of account and answer with everything. */
public final class Sought {
    private Sought() {}

    /** Whether an answer is one to the question. A key that it does not tell counts against it, but for Modalities in Study, which many leave out. */
    public static boolean isAnswer(DataSet keys, DataSet answer) {
        boolean silent = answer.strings(Tag.MODALITIES_IN_STUDY).isEmpty();
        DataSet asked =
                silent ? keys.toBuilder().string(Tag.MODALITIES_IN_STUDY).build() : keys;
        return new Row(answer, () -> DataSet.EMPTY).matches(asked, false);
    }
}
