// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Accounts that end with the process. */
public final class MemoryAccountStore implements AccountStore {
    private final Map<String, User> users = new TreeMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Invitation> invitations = new HashMap<>();
    private final Map<String, Device> devices = new HashMap<>();

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized Optional<User> user(String name) {
        return Optional.ofNullable(users.get(key(name)));
    }

    @Override
    public synchronized boolean addUser(User user) {
        return users.putIfAbsent(key(user.name()), user) == null;
    }

    @Override
    public synchronized Optional<User> changeUser(String name, UnaryOperator<User> change) {
        return Optional.ofNullable(users.computeIfPresent(key(name), (key, user) -> change.apply(user)));
    }

    @Override
    public synchronized boolean removeUser(String name) {
        removeSessionsOf(name);
        return users.remove(key(name)) != null;
    }

    @Override
    public synchronized void putSession(Session session) {
        sessions.put(session.token(), session);
    }

    @Override
    public synchronized Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public synchronized void removeSession(String token) {
        sessions.remove(token);
    }

    @Override
    public synchronized void removeSessionsOf(String user) {
        sessions.values().removeIf(session -> session.user().equalsIgnoreCase(user));
    }

    @Override
    public synchronized void removeSessionsBefore(Instant begun, Instant used) {
        sessions.values()
                .removeIf(session ->
                        session.createdAt().isBefore(begun) || session.seenAt().isBefore(used));
    }

    @Override
    public synchronized void putInvitation(Invitation invitation) {
        invitations.put(invitation.token(), invitation);
    }

    @Override
    public synchronized Optional<Invitation> invitation(String token) {
        return Optional.ofNullable(invitations.get(token));
    }

    @Override
    public synchronized Optional<Invitation> takeInvitation(String token) {
        return Optional.ofNullable(invitations.remove(token));
    }

    @Override
    public synchronized boolean isInvited(Role role, Instant now) {
        return invitations.values().stream()
                .anyMatch(open -> open.role() == role && open.expiresAt().isAfter(now));
    }

    @Override
    public synchronized List<Device> devices() {
        return devices.values().stream()
                .sorted(Comparator.comparing(Device::name).thenComparing(Device::id))
                .toList();
    }

    @Override
    public synchronized Optional<Device> device(String token) {
        return devices.values().stream()
                .filter(device -> device.token().equals(token))
                .findFirst();
    }

    @Override
    public synchronized void putDevice(Device device) {
        devices.put(device.id(), device);
    }
}
