// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where users, sessions, devices and invitations are kept. Thread-safe; each method is one transaction, on disk before it returns. */
public interface AccountStore {
    /** By name. */
    List<User> users();

    Optional<User> user(String name);

    /** Adds a user; false when the name, in any case, is taken. */
    boolean addUser(User user);

    /** Changes a user in one transaction; empty when there is none of that name. */
    Optional<User> changeUser(String name, UnaryOperator<User> change);

    /** Removes a user with the sessions; false when there is none of that name. */
    boolean removeUser(String name);

    void putSession(Session session);

    Optional<Session> session(String token);

    void removeSession(String token);

    void removeSessionsOf(String user);

    /** Removes what was begun or last used before. */
    void removeSessionsBefore(Instant begun, Instant used);

    void putInvitation(Invitation invitation);

    /** An invitation, left where it is, also when it has expired. */
    Optional<Invitation> invitation(String token);

    /** Takes an invitation out: it is given once, also when it has expired. */
    Optional<Invitation> takeInvitation(String token);

    /** Whether an invitation for a role is open at this time. */
    boolean isInvited(Role role, Instant now);

    /** By name, revoked ones too. */
    List<Device> devices();

    /** The device whose secret has this SHA-256. */
    Optional<Device> device(String token);

    void putDevice(Device device);
}
