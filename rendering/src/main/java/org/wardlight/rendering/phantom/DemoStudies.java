// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * The demo: fictional patients of Ysbyty Enghraifft whose pictures look like anatomy. Nothing is random: the same version makes the
 * same bytes. All their family names or descriptions say that they are no real people, and their NHS numbers are of the range
 * that is never issued.
 */
public final class DemoStudies {
    static final int CT_SLICES = 300;
    static final int CINE_FRAMES = 60;

    private DemoStudies() {}

    /** All studies. */
    public static List<DemoStudy> all() {
        return studies(CT_SLICES, BrainMrStudy.SLICES, CINE_FRAMES);
    }

    /** As {@link #all}, with fewer slices and frames, spread over the same anatomy. */
    static List<DemoStudy> studies(int ctSlices, int mrSlices, int cineFrames) {
        List<DemoStudy> all = new ArrayList<>();
        all.add(ChestCtStudy.study(ctSlices));
        all.addAll(ChestFilmStudies.studies());
        all.add(EchoStudy.study(cineFrames));
        all.add(BrainMrStudy.study(mrSlices));
        all.add(MammogramStudy.study());
        return all;
    }
}
