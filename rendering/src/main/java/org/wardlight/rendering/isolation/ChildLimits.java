// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

/**
 * What a child process may use.
 *
 * @param heapMib heap of its Java machine, in MiB
 * @param residentMib memory that it may hold in all, in MiB; watched where the system tells (Linux)
 */
public record ChildLimits(int heapMib, int residentMib) {
    public ChildLimits {
        if (heapMib < 16 || residentMib < heapMib) {
            throw new IllegalArgumentException(
                    "a child of " + heapMib + " MiB heap and " + residentMib + " MiB in all");
        }
    }
}
