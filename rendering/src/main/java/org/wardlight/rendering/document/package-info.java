// SPDX-License-Identifier: Apache-2.0
/**
 * Objects that are read rather than looked at: structured reports, encapsulated documents, waveforms, plans. What comes out is HTML
 * without scripts, SVG in true millimetres, or the encapsulated bytes. All text goes through {@code Html}, which escapes. To add a
 * document, add its kind to {@code Documents.factsOf} and its page to {@code Documents.open}.
 */
@NullMarked
package org.wardlight.rendering.document;

import org.jspecify.annotations.NullMarked;
