// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lists that end with the process. */
public final class MemoryLists implements Lists {
    private final TreeMap<String, WardList> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @Override
    public synchronized List<WardList> all() {
        return List.copyOf(lists.values());
    }

    @Override
    public synchronized Optional<WardList> named(String name) {
        return Optional.ofNullable(lists.get(name.strip()));
    }

    @Override
    public synchronized void put(WardList list) {
        lists.remove(list.name());
        lists.put(list.name(), list);
    }

    @Override
    public synchronized boolean remove(String name) {
        return lists.remove(name.strip()) != null;
    }
}
