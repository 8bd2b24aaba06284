// SPDX-License-Identifier: Apache-2.0
/**
 * Softcopy presentation states (PS3.3 A.33, C.10, C.11) and key object selections (A.35.4): what somebody said of how images are to be shown.
 * To add a module of a presentation state: read it in {@code PresentationStates}, give it to viewers in {@code PresentationState}.
 */
@NullMarked
package org.wardlight.rendering.present;

import org.jspecify.annotations.NullMarked;
