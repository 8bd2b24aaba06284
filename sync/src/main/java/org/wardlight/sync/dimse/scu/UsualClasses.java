// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Storage classes to ask for when a peer does not say which it has, most usual first (PS3.4 B.5). */
final class UsualClasses {
    private static final String PREFIX = "1.2.840.10008.5.1.4.1.1.";
    private static final List<String> ENDS = List.of(
            "2",
            "4",
            "1",
            "1.1",
            "6.1",
            "3.1",
            "7",
            "128",
            "20",
            "12.1",
            "12.2",
            "1.2",
            "1.1.2",
            "2.1",
            "4.1",
            "13.1.3",
            "1.1.3",
            "77.1.4",
            "77.1.1",
            "77.1.6",
            "88.11",
            "88.22",
            "88.33",
            "88.59",
            "88.67",
            "11.1",
            "66.4",
            "66.1",
            "481.1",
            "481.2",
            "481.3",
            "481.5",
            "104.1",
            "104.2",
            "7.1",
            "7.2",
            "7.3",
            "7.4",
            "9.1.1",
            "9.1.2",
            "6.2",
            "3",
            "6",
            "66",
            "130",
            "77.1.5.1");

    private UsualClasses() {}

    static Set<String> with(Set<String> others) {
        Set<String> all = new LinkedHashSet<>(others);
        ENDS.forEach(end -> all.add(PREFIX + end));
        return all;
    }
}
