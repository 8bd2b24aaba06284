// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** How bright each tissue is in a kind of MR series, in stored values. */
record MrContrast(
        double skin,
        double fat,
        double bone,
        double marrow,
        double fluid,
        double grey,
        double white,
        double nuclei,
        double pallidum,
        double muscle,
        double vitreous,
        double lesion) {
    static final double AIR = 8;
    static final MrContrast T1 = new MrContrast(560, 1120, 40, 620, 170, 500, 690, 545, 620, 400, 160, 430);
    static final MrContrast T2 = new MrContrast(420, 780, 30, 380, 1420, 740, 490, 640, 470, 260, 1480, 1120);
    static final MrContrast FLAIR = new MrContrast(380, 620, 30, 300, 75, 560, 430, 520, 440, 260, 80, 980);
}
