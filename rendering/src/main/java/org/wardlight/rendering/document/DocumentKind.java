// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

/** What sort of document an object is. */
public enum DocumentKind {
    REPORT,
    PDF,
    CDA,
    STL,
    WAVEFORM,
    TEXT,
    OTHER
}
