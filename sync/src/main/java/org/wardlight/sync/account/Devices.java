// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.account.AccountException.Reason;

/** Laptops and other sites: paired by a code that works once, then known by their own secret until revoked. Thread-safe. */
public final class Devices {
    static final Duration CODE_LIFE = Duration.ofMinutes(15);

    /** A code has nine digits and lives a quarter of an hour: with so many tries a guess succeeds once in 50 million. */
    private static final int TRIES = 20;

    private final AccountStore store;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private Instant window = Instant.EPOCH;
    private int failures;

    public Devices(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Device> all() {
        return store.devices();
    }

    /** A code for people to type at the device; it works once, for a quarter of an hour. */
    public String code(String by) {
        String code = secrets.code();
        store.putInvitation(new Invitation(Secrets.sha256(code), Role.DEVICE, null, by, now().plus(CODE_LIFE)));
        return code;
    }

    /** Pairs a device and gives it its secret, once. */
    public Paired pair(String code, String name) throws AccountException {
        requireTry();
        Optional<Invitation> open = store.takeInvitation(Secrets.sha256(digits(code)))
                .filter(one -> one.role() == Role.DEVICE)
                .filter(one -> one.expiresAt().isAfter(now()));
        if (open.isEmpty()) {
            failed();
            throw new AccountException(
                    Reason.INVITATION_NOT_VALID, "This code has been used, is older than 15 minutes or was mistyped.");
        }
        String token = secrets.token();
        String shown = name.isBlank()
                ? "Device"
                : name.strip().substring(0, Math.min(64, name.strip().length()));
        Device device = new Device(
                secrets.id(), shown, Secrets.sha256(token), open.get().by(), now(), now(), null);
        store.putDevice(device);
        return new Paired(device, token);
    }

    /** @param token its secret, which is not kept here */
    public record Paired(Device device, String token) {}

    /** Who holds a device's secret; empty when it was revoked. */
    public Optional<Caller> byToken(String token) {
        Optional<Device> device = store.device(Secrets.sha256(token)).filter(one -> one.revokedAt() == null);
        device.filter(one -> one.seenAt().plusSeconds(60).isBefore(now()))
                .ifPresent(one -> store.putDevice(one.seen(now())));
        return device.map(Caller::of);
    }

    /** Refuses a device from now on. */
    public Device revoke(String id) throws AccountException {
        Device device = store.devices().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AccountException(Reason.NO_SUCH_DEVICE, "There is no such device."));
        Device revoked = device.revokedAt() == null ? device.revoked(now()) : device;
        store.putDevice(revoked);
        return revoked;
    }

    /** With or without its hyphens. */
    private static String digits(String code) {
        String digits = code.replaceAll("[^0-9]", "");
        return digits.length() == 9
                ? digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6)
                : "";
    }

    private synchronized void requireTry() throws AccountException {
        if (window.plus(CODE_LIFE).isBefore(now())) {
            window = now();
            failures = 0;
        }
        if (failures >= TRIES) {
            throw new AccountException(
                    Reason.TOO_MANY_TRIES, "Too many wrong codes. Wait a quarter of an hour, then ask for a new one.");
        }
    }

    private synchronized void failed() {
        failures++;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
