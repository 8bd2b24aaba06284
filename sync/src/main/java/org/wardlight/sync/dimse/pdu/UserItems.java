// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.pdu.UserInformation.AsyncWindow;
import org.wardlight.sync.dimse.pdu.UserInformation.Extended;
import org.wardlight.sync.dimse.pdu.UserInformation.Identity;
import org.wardlight.sync.dimse.pdu.UserInformation.Role;

/** The sub-items of the user information, read and written (PS3.8 D.1, PS3.7 D.3.3). One thread. */
final class UserItems {
    private static final int MAX_LENGTH = 0x51;
    private static final int CLASS = 0x52;
    private static final int WINDOW = 0x53;
    private static final int ROLE = 0x54;
    private static final int VERSION = 0x55;
    private static final int EXTENDED = 0x56;
    private static final int IDENTITY = 0x58;

    private long maxLength;
    private String implementationClass = "";
    private String implementationVersion = "";
    private Optional<AsyncWindow> window = Optional.empty();
    private final List<Role> roles = new ArrayList<>();
    private final List<Extended> extended = new ArrayList<>();
    private Optional<Identity> identity = Optional.empty();

    void read(PduBytes in) throws MalformedPdu {
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            readItem(type, in.item(in.u16()));
        }
    }

    private void readItem(int type, PduBytes item) throws MalformedPdu {
        switch (type) {
            case MAX_LENGTH -> maxLength = item.u32();
            case CLASS -> implementationClass = item.uidRest();
            case WINDOW -> window = Optional.of(new AsyncWindow(item.u16(), item.u16()));
            case ROLE -> roles.add(new Role(item.uid(item.u16()), item.u8() == 1, item.u8() == 1));
            case VERSION -> implementationVersion = item.uidRest();
            case EXTENDED -> extended.add(new Extended(item.uid(item.u16()), item.rest()));
            case IDENTITY -> {
                int kind = item.u8();
                boolean answerWanted = item.u8() == 1;
                byte[] primary = item.take(item.u16());
                identity = Optional.of(new Identity(kind, answerWanted, primary, item.take(item.u16())));
            }
            default -> {
                // such as common extended negotiation, which nothing here depends on
            }
        }
    }

    UserInformation build() {
        return new UserInformation(
                maxLength, implementationClass, implementationVersion, window, roles, extended, identity);
    }

    static void write(UserInformation user, PduOutput out) {
        out.item(MAX_LENGTH, item -> item.u32(user.maxLength()));
        out.item(CLASS, item -> item.text(user.implementationClass()));
        user.window()
                .ifPresent(window -> out.item(WINDOW, item -> {
                    item.u16(window.invoked());
                    item.u16(window.performed());
                }));
        for (Role role : user.roles()) {
            out.item(ROLE, item -> {
                item.counted(role.sopClass());
                item.u8(role.scu() ? 1 : 0);
                item.u8(role.scp() ? 1 : 0);
            });
        }
        if (!user.implementationVersion().isEmpty()) {
            out.item(VERSION, item -> item.text(user.implementationVersion()));
        }
        for (Extended one : user.extended()) {
            out.item(EXTENDED, item -> {
                item.counted(one.sopClass());
                item.bytes(one.information());
            });
        }
        user.identity()
                .ifPresent(identity -> out.item(IDENTITY, item -> {
                    item.u8(identity.type());
                    item.u8(identity.answerWanted() ? 1 : 0);
                    item.u16(identity.primary().length);
                    item.bytes(identity.primary());
                    item.u16(identity.secondary().length);
                    item.bytes(identity.secondary());
                }));
    }
}
