// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lists that end with the process. */
public final class MemoryLists implements Lists {
    private final List<Departure> departures = new ArrayList<>();
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
    public synchronized void left(Departure departure) {
        departures.add(0, departure);
    }

    @Override
    public synchronized List<Departure> departures(String name) {
        return departures.stream()
                .filter(departure -> departure.list().equalsIgnoreCase(name.strip()))
                .limit(DEPARTURES)
                .toList();
    }

    @Override
    public synchronized boolean remove(String name) {
        departures.removeIf(departure -> departure.list().equalsIgnoreCase(name.strip()));
        return lists.remove(name.strip()) != null;
    }
}
