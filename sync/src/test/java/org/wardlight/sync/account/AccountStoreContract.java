// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of accounts must do. */
abstract class AccountStoreContract {
    static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");

    @TempDir
    Path folder;

    AccountStore store = new MemoryAccountStore();

    abstract AccountStore open(Path folder);

    @BeforeEach
    void open() {
        store = open(folder);
    }

    private static User user(String name) {
        return new User(name, "Nurse " + name, Role.VIEWER, "$argon2id$…", false, 0, null, NOW, Reach.ALL);
    }

    @Test
    void a_user_comes_back_as_it_was_stored() {
        User locked = user("amy").failed(5, NOW.plusSeconds(30));
        assertThat(store.addUser(locked)).isTrue();
        assertThat(store.user("amy")).contains(locked);
        assertThat(store.users()).containsExactly(locked);
    }

    @Test
    void whom_a_user_may_see_comes_back_and_goes_with_the_user() {
        store.addUser(user("amy").withReach(Reach.of(Set.of("Ward 7B", "Clinic"))));
        store.addUser(user("bob").withReach(Reach.of(Set.of())));
        assertThat(store.user("AMY").orElseThrow().reach()).isEqualTo(Reach.of(Set.of("Ward 7B", "Clinic")));
        assertThat(store.user("bob").orElseThrow().reach())
                .as("nobody, which is not everybody")
                .isEqualTo(Reach.of(Set.of()));
        store.changeUser("amy", before -> before.withReach(Reach.ALL));
        assertThat(store.user("amy").orElseThrow().reach()).isEqualTo(Reach.ALL);
        store.changeUser("amy", before -> before.withReach(Reach.of(Set.of("Clinic"))));
        store.removeUser("amy");
        store.addUser(user("amy"));
        assertThat(store.user("amy").orElseThrow().reach()).isEqualTo(Reach.ALL);
    }

    @Test
    void a_name_is_one_name_in_any_case() {
        store.addUser(user("Amy"));
        assertThat(store.addUser(user("aMY"))).isFalse();
        assertThat(store.user("AMY")).isPresent();
        store.changeUser("amy", before -> before.withRole(Role.ADMIN));
        assertThat(store.users()).hasSize(1).allMatch(one -> one.role() == Role.ADMIN);
        assertThat(store.changeUser("bob", before -> before)).isEmpty();
    }

    @Test
    void a_removed_user_takes_the_sessions_along() {
        store.addUser(user("amy"));
        store.putSession(new Session("t1", "amy", NOW, NOW));
        store.putSession(new Session("t2", "bob", NOW, NOW));
        assertThat(store.removeUser("Amy")).isTrue();
        assertThat(store.removeUser("Amy")).isFalse();
        assertThat(store.session("t1")).isEmpty();
        assertThat(store.session("t2")).contains(new Session("t2", "bob", NOW, NOW));
    }

    @Test
    void sessions_end_one_by_one_by_user_and_by_age() {
        store.putSession(new Session("old", "amy", NOW.minusSeconds(100), NOW));
        store.putSession(new Session("idle", "amy", NOW, NOW.minusSeconds(100)));
        store.putSession(new Session("fresh", "amy", NOW, NOW));
        store.putSession(new Session("bobs", "bob", NOW, NOW));
        store.removeSessionsBefore(NOW.minusSeconds(50), NOW.minusSeconds(50));
        assertThat(store.session("old")).isEmpty();
        assertThat(store.session("idle")).isEmpty();
        store.removeSession("bobs");
        assertThat(store.session("bobs")).isEmpty();
        store.removeSessionsOf("AMY");
        assertThat(store.session("fresh")).isEmpty();
    }

    @Test
    void an_invitation_is_taken_once() {
        Invitation open = new Invitation("t", Role.ADMIN, null, "local", NOW.plusSeconds(60));
        store.putInvitation(open);
        assertThat(store.isInvited(Role.ADMIN, NOW)).isTrue();
        assertThat(store.isInvited(Role.VIEWER, NOW)).isFalse();
        assertThat(store.isInvited(Role.ADMIN, NOW.plusSeconds(60))).isFalse();
        assertThat(store.invitation("t")).contains(open);
        assertThat(store.takeInvitation("t")).contains(open);
        assertThat(store.invitation("t")).isEmpty();
        assertThat(store.takeInvitation("t")).isEmpty();
    }

    @Test
    void devices_are_listed_by_name_and_found_by_their_secret() {
        Device ward = new Device("1", "Ward 7B", "a", "amy", NOW, NOW, null);
        Device round = new Device("2", "Round", "b", "amy", NOW, NOW, null);
        store.putDevice(ward);
        store.putDevice(round);
        store.putDevice(round.revoked(NOW));
        assertThat(store.devices()).containsExactly(round.revoked(NOW), ward);
        assertThat(store.device("a")).contains(ward);
        assertThat(store.device("c")).isEmpty();
    }
}
