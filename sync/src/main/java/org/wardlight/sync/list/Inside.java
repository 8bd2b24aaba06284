// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.List;
import java.util.Set;

/**
 * What somebody who is limited to lists may see, as it was a moment ago.
 *
 * @param studies Study Instance UIDs of what is on the lists; those that a list names itself are among them whether they are here or not
 */
public record Inside(List<WardList> lists, Set<String> studies) {
    public Inside {
        lists = List.copyOf(lists);
        studies = Set.copyOf(studies);
    }

    public boolean holds(String study) {
        return studies.contains(study);
    }

    /** Whether a study that is not here would be on one of the lists if it came. */
    public boolean wouldHold(ListEntry.Named study) {
        return holds(study.study())
                || lists.stream().flatMap(list -> list.entries().stream()).anyMatch(entry -> entry.names(study));
    }
}
