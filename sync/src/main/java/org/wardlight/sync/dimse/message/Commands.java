// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

/** Command sets of requests and responses (PS3.7 9.3, 10.3). */
public final class Commands {
    private static final int MEDIUM = 0;
    private static final int LONGEST_COMMENT = 64;

    private Commands() {}

    /** A request on a SOP class. */
    public static CommandSet.Builder request(int field, int messageId, String sopClass) {
        CommandSet.Builder command = CommandSet.builder(field)
                .number(CommandTag.MESSAGE_ID, messageId)
                .uid(CommandTag.AFFECTED_SOP_CLASS, sopClass);
        return field == CommandField.C_ECHO ? command : command.number(CommandTag.PRIORITY, MEDIUM);
    }

    public static CommandSet echo(int messageId) {
        return request(CommandField.C_ECHO, messageId, Services.VERIFICATION).build();
    }

    public static CommandSet.Builder store(int messageId, String sopClass, String sopInstance) {
        return request(CommandField.C_STORE, messageId, sopClass)
                .uid(CommandTag.AFFECTED_SOP_INSTANCE, sopInstance)
                .withData();
    }

    public static CommandSet cancel(int messageId) {
        return CommandSet.builder(CommandField.C_CANCEL)
                .number(CommandTag.MESSAGE_ID_RESPONDED_TO, messageId)
                .build();
    }

    /** The response to a request, which names again what that was about. */
    public static CommandSet.Builder response(CommandSet request, int status) {
        CommandSet.Builder response = CommandSet.builder(request.field() | CommandField.RESPONSE)
                .number(CommandTag.MESSAGE_ID_RESPONDED_TO, request.messageId())
                .number(CommandTag.STATUS, status);
        request.text(CommandTag.AFFECTED_SOP_CLASS)
                .or(() -> request.text(CommandTag.REQUESTED_SOP_CLASS))
                .ifPresent(uid -> response.uid(CommandTag.AFFECTED_SOP_CLASS, uid));
        request.text(CommandTag.AFFECTED_SOP_INSTANCE)
                .or(() -> request.text(CommandTag.REQUESTED_SOP_INSTANCE))
                .ifPresent(uid -> response.uid(CommandTag.AFFECTED_SOP_INSTANCE, uid));
        return response;
    }

    /** A reason for people; what does not fit is cut, what is not ASCII is left out. */
    public static CommandSet.Builder comment(CommandSet.Builder response, String reason) {
        String ascii = reason.replaceAll("[^ -~]|\\\\", "");
        if (ascii.isBlank()) {
            return response;
        }
        String comment = ascii.length() <= LONGEST_COMMENT ? ascii : ascii.substring(0, LONGEST_COMMENT);
        return response.text(CommandTag.ERROR_COMMENT, comment);
    }
}
