// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wardlight.rendering.dicom.DataSet;

/**
 * A directory record with those below it, in the order of their coming. One thread.
 *
 * @param keys all of the record but its links
 */
record DirectoryNode(DataSet keys, Map<String, DirectoryNode> children) {
    static DirectoryNode of(DataSet keys) {
        return new DirectoryNode(keys, new LinkedHashMap<>());
    }

    /** The record below this one of that name, made when it is not there yet. */
    DirectoryNode child(String name, Supplier<DataSet> made) {
        DirectoryNode there = children.get(name);
        if (there == null) {
            there = of(made.get());
            children.put(name, there);
        }
        return there;
    }

    /** What is below, and below that, each before what comes after it. */
    List<DirectoryNode> all() {
        List<DirectoryNode> all = new ArrayList<>();
        children.values().forEach(child -> {
            all.add(child);
            all.addAll(child.all());
        });
        return all;
    }
}
