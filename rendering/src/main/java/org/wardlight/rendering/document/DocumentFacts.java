// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import org.jspecify.annotations.Nullable;

/**
 * A document without its contents, for lists.
 *
 * @param title in the words of the object, else of its class; never empty
 * @param date yyyy-mm-dd, null when the object has none
 * @param mediaType of what {@link Documents#open} gives
 * @param bytes of the encapsulated document; 0 where a page is made of the object
 * @param pages how many parts it is read in; only long recordings have more than one
 */
public record DocumentFacts(
        DocumentKind kind, String title, @Nullable String date, String mediaType, long bytes, int pages) {}
