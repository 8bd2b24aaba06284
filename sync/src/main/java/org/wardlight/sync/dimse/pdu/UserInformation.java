// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The user information item (PS3.8 9.3.2.3, PS3.7 D.3.3).
 *
 * @param maxLength longest P-DATA-TF that its sender takes, in bytes without the six of its head; 0 for any
 * @param implementationVersion empty when absent
 */
public record UserInformation(
        long maxLength,
        String implementationClass,
        String implementationVersion,
        Optional<AsyncWindow> window,
        List<Role> roles,
        List<Extended> extended,
        Optional<Identity> identity) {
    public UserInformation {
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
    }

    public static UserInformation of(
            long maxLength,
            String implementationClass,
            String implementationVersion,
            List<Role> roles,
            List<Extended> extended) {
        return new UserInformation(
                maxLength,
                implementationClass,
                implementationVersion,
                Optional.empty(),
                roles,
                extended,
                Optional.empty());
    }

    /** How many operations may be under way at once (PS3.7 D.3.3.3); 0 for any number. */
    public record AsyncWindow(int invoked, int performed) {
        public static final AsyncWindow SINGLE = new AsyncWindow(1, 1);
    }

    /** Which roles the requestor of the association takes in a service (PS3.7 D.3.3.4). */
    public record Role(String sopClass, boolean scu, boolean scp) {}

    /** Service class application information (PS3.7 D.3.3.5), such as whether relational queries are understood (PS3.4 C.5). */
    public record Extended(String sopClass, byte[] information) {
        /** Byte 0: relational queries. */
        public boolean relational() {
            return information.length > 0 && information[0] == 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Extended that
                    && sopClass.equals(that.sopClass)
                    && Arrays.equals(information, that.information);
        }

        @Override
        public int hashCode() {
            return sopClass.hashCode() * 31 + Arrays.hashCode(information);
        }

        @Override
        public String toString() {
            return sopClass + ": " + information.length + " bytes";
        }
    }

    /** Who uses the requestor (PS3.7 D.3.3.7). Parsed and not believed: nothing here asks for it. Its text form says no secret. */
    public record Identity(int type, boolean answerWanted, byte[] primary, byte[] secondary) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that
                    && type == that.type
                    && answerWanted == that.answerWanted
                    && Arrays.equals(primary, that.primary)
                    && Arrays.equals(secondary, that.secondary);
        }

        @Override
        public int hashCode() {
            return type * 31 + Arrays.hashCode(primary);
        }

        @Override
        public String toString() {
            return "identity of type " + type;
        }
    }
}
