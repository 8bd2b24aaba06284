// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** What became of an object that was handed to the catalog. */
public enum Stored {
    /** It is new, and shown if it has a picture. */
    ADDED,
    /** The same object with the same bytes was there; nothing changed. */
    DUPLICATE,
    /** It is kept beside what was there, flagged and not shown: see {@link Standing}. */
    CONFLICT
}
