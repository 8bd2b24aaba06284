// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.account.AccountException.Reason;

class AccountsTest {
    private static final String PASSWORD = "three random words";

    private final MovableClock clock = new MovableClock();
    private final AccountStore store = new MemoryAccountStore();
    private final Accounts accounts = new Accounts(store, Passwords.quick(), clock);

    private User made(String name, Role role) throws AccountException {
        return accounts.accept(accounts.invite(role, "local", Duration.ofHours(24)), name, "", PASSWORD);
    }

    private String signedIn(String name) {
        return ((SignIn.Granted) accounts.signIn(name, PASSWORD)).token();
    }

    @Test
    void nobody_has_an_account_until_somebody_uses_a_link() throws AccountException {
        assertThat(accounts.isOpen()).isTrue();
        made("amy", Role.ADMIN);
        assertThat(accounts.isOpen()).isFalse();
        assertThat(accounts.hasAdministrator()).isTrue();
        assertThat(store.user("amy").orElseThrow().password())
                .startsWith("$argon2id$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void the_right_password_begins_a_session_that_ends_at_sign_out() throws AccountException {
        made("amy", Role.EDITOR);
        String token = signedIn("AMY");
        assertThat(accounts.bySession(token)).contains(new Caller("user:amy", "amy", Role.EDITOR, Reach.ALL));
        assertThat(store.session(token)).as("the secret itself is not stored").isEmpty();
        accounts.signOut(token);
        assertThat(accounts.bySession(token)).isEmpty();
    }

    @Test
    void a_session_ends_when_it_is_not_used_and_after_a_week_in_any_case() throws AccountException {
        made("amy", Role.VIEWER);
        String idle = signedIn("amy");
        clock.pass(Accounts.IDLE);
        assertThat(accounts.bySession(idle)).isEmpty();
        String busy = signedIn("amy");
        for (int i = 0; i < 14; i++) {
            clock.pass(Accounts.IDLE.minusMinutes(1));
            assertThat(accounts.bySession(busy)).isPresent();
        }
        clock.pass(Accounts.IDLE.minusMinutes(1));
        assertThat(accounts.bySession(busy)).isEmpty();
    }

    @Test
    void wrong_passwords_lock_the_account_for_longer_and_longer() throws AccountException {
        made("amy", Role.VIEWER);
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.signIn("amy", "wrong")).isInstanceOf(SignIn.Wrong.class);
        }
        assertThat(accounts.signIn("amy", PASSWORD)).isInstanceOf(SignIn.Locked.class);
        clock.pass(Duration.ofSeconds(31));
        assertThat(accounts.signIn("amy", "wrong")).isInstanceOf(SignIn.Wrong.class);
        clock.pass(Duration.ofSeconds(31));
        assertThat(accounts.signIn("amy", PASSWORD)).isInstanceOf(SignIn.Locked.class);
        clock.pass(Duration.ofSeconds(31));
        assertThat(accounts.signIn("amy", PASSWORD)).isInstanceOf(SignIn.Granted.class);
        assertThat(store.user("amy").orElseThrow().failures()).isZero();
    }

    @Test
    void an_unknown_name_is_answered_like_a_wrong_password() {
        assertThat(accounts.signIn("nobody", PASSWORD)).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void a_link_works_once_and_not_after_its_time() throws AccountException {
        String link = accounts.invite(Role.VIEWER, "amy", Duration.ofHours(1));
        accounts.accept(link, "bob", "Dr Bob", PASSWORD);
        assertThatThrownBy(() -> accounts.accept(link, "eve", "", PASSWORD))
                .isInstanceOfSatisfying(
                        AccountException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.INVITATION_NOT_VALID));
        String late = accounts.invite(Role.VIEWER, "amy", Duration.ofHours(1));
        clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> accounts.accept(late, "eve", "", PASSWORD)).isInstanceOf(AccountException.class);
    }

    @Test
    void what_is_refused_does_not_use_the_link_up() throws AccountException {
        made("amy", Role.ADMIN);
        String link = accounts.invite(Role.VIEWER, "amy", Duration.ofHours(1));
        assertThatThrownBy(() -> accounts.accept(link, "Amy", "", PASSWORD)).hasMessageContaining("has that name");
        assertThatThrownBy(() -> accounts.accept(link, "b/b", "", PASSWORD)).hasMessageContaining("letters");
        assertThatThrownBy(() -> accounts.accept(link, "bob", "", "short")).hasMessageContaining("at least 12");
        assertThat(accounts.accept(link, "bob", "", PASSWORD).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void a_new_password_ends_the_sessions_of_the_old_one() throws AccountException {
        made("amy", Role.ADMIN);
        String session = signedIn("amy");
        accounts.accept(accounts.inviteAgain("amy", "local", Duration.ofHours(1)), "", "", "another three words");
        assertThat(accounts.bySession(session)).isEmpty();
        assertThat(accounts.signIn("amy", PASSWORD)).isInstanceOf(SignIn.Wrong.class);
        assertThat(accounts.signIn("amy", "another three words")).isInstanceOf(SignIn.Granted.class);
    }

    @Test
    void an_account_that_is_switched_off_has_no_session() throws AccountException {
        made("amy", Role.ADMIN);
        made("bob", Role.VIEWER);
        String session = signedIn("bob");
        accounts.change("bob", Role.VIEWER, true);
        assertThat(accounts.bySession(session)).isEmpty();
        assertThat(accounts.signIn("bob", PASSWORD)).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void the_last_administrator_stays() throws AccountException {
        made("amy", Role.ADMIN);
        assertThatThrownBy(() -> accounts.remove("amy")).hasMessageContaining("only administrator");
        assertThatThrownBy(() -> accounts.change("amy", Role.VIEWER, false)).hasMessageContaining("only administrator");
        made("bob", Role.ADMIN);
        accounts.remove("amy");
        assertThat(accounts.users()).extracting(User::name).containsExactly("bob");
    }

    @Test
    void argon2id_has_the_parameters_that_are_stated() {
        Passwords real = new Passwords();
        String phc = real.hash(PASSWORD);
        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(real.matches(PASSWORD, phc)).isTrue();
        assertThat(real.matches(PASSWORD + " ", phc)).isFalse();
        assertThat(real.hash(PASSWORD)).as("another salt").isNotEqualTo(phc);
    }
}
