// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

/**
 * Who asks for something.
 *
 * @param id unique, for the audit: {@code user:name}, {@code device:id} or {@code local}
 * @param name for people
 * @param reach whom that one may see
 */
public record Caller(String id, String name, Role role, Reach reach) {
    /** Whoever sits at this machine, as long as nobody has made an account. */
    public static final Caller LOCAL = new Caller("local", "This computer", Role.ADMIN, Reach.ALL);

    static Caller of(User user) {
        return new Caller("user:" + user.name(), user.displayName(), user.role(), user.reach());
    }

    static Caller of(Device device) {
        return new Caller("device:" + device.id(), device.name(), Role.DEVICE, Reach.ALL);
    }
}
