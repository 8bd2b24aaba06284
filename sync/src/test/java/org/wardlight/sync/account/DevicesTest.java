// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DevicesTest {
    private final MovableClock clock = new MovableClock();
    private final MemoryAccountStore store = new MemoryAccountStore();
    private final Devices devices = new Devices(store, clock);

    @Test
    void a_code_pairs_one_device_which_is_then_known_by_its_own_secret() throws AccountException {
        String code = devices.code("user:amy");
        assertThat(code).matches("[0-9]{3}-[0-9]{3}-[0-9]{3}");
        Devices.Paired paired = devices.pair(code.replace("-", " "), "Ward laptop");
        Caller caller = devices.byToken(paired.token()).orElseThrow();
        assertThat(caller)
                .isEqualTo(new Caller("device:" + paired.device().id(), "Ward laptop", Role.DEVICE, Reach.ALL));
        assertThat(paired.device().token()).isNotEqualTo(paired.token());
        assertThatThrownBy(() -> devices.pair(code, "Another")).hasMessageContaining("has been used");
    }

    @Test
    void a_code_lives_a_quarter_of_an_hour() {
        String code = devices.code("user:amy");
        clock.pass(Devices.CODE_LIFE);
        assertThatThrownBy(() -> devices.pair(code, "Late")).isInstanceOf(AccountException.class);
    }

    @Test
    void the_link_that_makes_a_user_pairs_nothing() {
        String link = new Accounts(store, Passwords.quick(), clock).invite(Role.ADMIN, "amy", Devices.CODE_LIFE);
        assertThatThrownBy(() -> devices.pair(link, "x")).isInstanceOf(AccountException.class);
    }

    @Test
    void guessing_ends_after_twenty_tries() throws AccountException {
        String code = devices.code("user:amy");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> devices.pair("000-000-000", "x")).hasMessageContaining("mistyped");
        }
        assertThatThrownBy(() -> devices.pair(code, "x")).hasMessageContaining("Too many");
        clock.pass(Devices.CODE_LIFE.plusSeconds(1));
        assertThat(devices.pair(devices.code("user:amy"), "x").token()).isNotEmpty();
    }

    @Test
    void a_revoked_device_is_nobody() throws AccountException {
        Devices.Paired paired = devices.pair(devices.code("user:amy"), "Lost");
        devices.revoke(paired.device().id());
        assertThat(devices.byToken(paired.token())).isEmpty();
        assertThat(devices.all()).hasSize(1).allMatch(device -> device.revokedAt() != null);
        assertThatThrownBy(() -> devices.revoke("unknown")).hasMessageContaining("no such device");
    }
}
