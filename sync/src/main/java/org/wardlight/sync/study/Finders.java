// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

/** What a descriptor is told of a study beyond its frames. */
public record Finders(DocumentFinder documents, LayerFinder layers, MarkFinder marks) {
    public static final Finders NONE = new Finders(DocumentFinder.NONE, LayerFinder.NONE, MarkFinder.NONE);
}
