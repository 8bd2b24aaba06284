// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.transcode.NativeCopy;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Context;
import org.wardlight.sync.dimse.net.DataWriter;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Proposal;

/**
 * Sends objects by C-STORE on an association (PS3.4 B): byte for byte where the receiver takes the syntax that they are kept in, else
 * uncompressed. One thread.
 */
public final class ObjectSender {
    private static final int BUFFER = 64 * 1024;

    private final Association association;
    private final Predicate<Context> role;
    private final Optional<Origin> origin;

    /** Who asked for a C-MOVE, and in which message. */
    public record Origin(String aeTitle, int messageId) {}

    /**
     * @param asRequestor whether the objects are sent by whoever opened the association; else it is they who get them, as by C-GET
     * @param origin of the C-MOVE that this is done for
     */
    public ObjectSender(Association association, boolean asRequestor, Optional<Origin> origin) {
        this.association = association;
        this.role = asRequestor ? Context::requestorScu : Context::requestorScp;
        this.origin = origin;
    }

    /**
     * Sends one object and waits for the answer.
     *
     * @throws IOException when the association is over; what is wrong with the object alone is in the result
     */
    public Sent send(Outgoing object) throws IOException {
        try (ByteSource source = object.opener().open()) {
            Optional<Context> same = context(object.sopClass(), object.transferSyntax());
            if (same.isPresent()) {
                return send(object, same.get(), out -> copy(source, out));
            }
            Optional<Context> plain = Proposal.NATIVE.stream()
                    .flatMap(syntax -> context(object.sopClass(), syntax).stream())
                    .findFirst();
            if (plain.isEmpty()) {
                return failed(
                        object,
                        "the receiver takes neither this kind of object as it is kept here ("
                                + TransferSyntax.of(object.transferSyntax()).name() + ") nor uncompressed");
            }
            DataSet data = NativeCopy.of(DicomReader.read(source, Limits.STANDARD), Limits.STANDARD);
            TransferSyntax syntax = TransferSyntax.of(plain.get().transferSyntax());
            return send(object, plain.get(), out -> DicomWriter.writeDataSet(data, syntax, out));
        } catch (DimseFailure over) {
            throw over;
        } catch (RenderingException broken) {
            return orOver(object, "cannot be sent uncompressed: " + broken.getMessage());
        } catch (IOException unreadable) {
            return orOver(object, "cannot be read from the store");
        }
    }

    private Optional<Context> context(String sopClass, String transferSyntax) {
        return association.contexts().stream()
                .filter(role)
                .filter(context -> context.abstractSyntax().equals(sopClass)
                        && context.transferSyntax().equals(transferSyntax))
                .findFirst();
    }

    /** When the object broke in the middle of its message, the association had to go, too. */
    private Sent orOver(Outgoing object, String reason) throws IOException {
        association.hasInput();
        return failed(object, reason);
    }

    private static Sent failed(Outgoing object, String reason) {
        return new Sent(object.sopInstance(), Status.CANNOT_UNDERSTAND, reason);
    }

    private Sent send(Outgoing object, Context context, DataWriter data) throws IOException {
        int id = association.nextMessageId();
        CommandSet.Builder command = Commands.store(id, object.sopClass(), object.sopInstance());
        origin.ifPresent(from -> command.text(CommandTag.MOVE_ORIGINATOR, from.aeTitle())
                .number(CommandTag.MOVE_ORIGINATOR_MESSAGE, from.messageId()));
        association.send(context, command.build(), data);
        Incoming response = association.response(id);
        response.drain();
        int status = response.command().status();
        String comment = response.command()
                .text(CommandTag.ERROR_COMMENT)
                .map(text -> ": " + text)
                .orElse("");
        return new Sent(object.sopInstance(), status, status == Status.SUCCESS ? "" : Status.words(status) + comment);
    }

    private static void copy(ByteSource source, OutputStream out) throws IOException {
        long at = DicomReader.dataSetOffset(source, Limits.STANDARD);
        byte[] buffer = new byte[BUFFER];
        while (at < source.size()) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            source.read(at, buffer, 0, count);
            out.write(buffer, 0, count);
            at += count;
        }
    }
}
