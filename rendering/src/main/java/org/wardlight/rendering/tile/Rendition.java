// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

/** The forms in which a frame travels, each cheaper to fetch than the next. */
public enum Rendition {
    /** All frames of a series as thumbnails of at most 128 x 128 in JPEG sheets of 64. */
    STRIP,
    /** 8-bit JPEG with the default VOI applied; lossy, and labelled so. */
    PREVIEW,
    /** PNG of the stored values (grey) or of RGB (colour); lossless. */
    EXACT,
    /** The same values in the smaller form of {@link PlaneTiles}, for whoever asks for it; kinds without that form have {@link #EXACT} alone. */
    PLANES
}
