// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.List;
import java.util.Set;
import org.wardlight.sync.catalog.Change;

/**
 * What somebody who is limited to lists may see, as it was a moment ago.
 *
 * @param studies Study Instance UIDs of what is on the lists; those that a list names itself are among them whether they are here or not
 * @param left Study Instance UIDs of what was on the lists until it was deleted or corrected
 */
public record Inside(List<WardList> lists, Set<String> studies, Set<String> left) {
    public Inside {
        lists = List.copyOf(lists);
        studies = Set.copyOf(studies);
        left = Set.copyOf(left);
    }

    public boolean holds(String study) {
        return studies.contains(study);
    }

    /** Whether a change may be told: of what left, only that it goes, so that copies follow. */
    public boolean tells(Change change) {
        boolean isGoing = change.op() == Change.Op.REMOVED || change.op() == Change.Op.CORRECTED;
        return holds(change.study()) || isGoing && left.contains(change.study());
    }

    /** Whether a study that is not here would be on one of the lists if it came. */
    public boolean wouldHold(ListEntry.Named study) {
        return holds(study.study())
                || lists.stream().flatMap(list -> list.entries().stream()).anyMatch(entry -> entry.names(study));
    }
}
