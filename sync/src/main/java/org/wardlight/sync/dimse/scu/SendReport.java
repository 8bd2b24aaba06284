// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.util.List;

/** What became of all objects, in the order in which they were given. */
public record SendReport(List<Sent> objects) {
    public SendReport {
        objects = List.copyOf(objects);
    }

    public boolean allArrived() {
        return objects.stream().allMatch(Sent::arrived);
    }

    public List<Sent> failed() {
        return objects.stream().filter(sent -> !sent.arrived()).toList();
    }

    public long warnings() {
        return objects.stream().filter(Sent::warned).count();
    }
}
