// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;
import org.wardlight.sync.dimse.pdu.UserInformation.AsyncWindow;
import org.wardlight.sync.dimse.pdu.UserInformation.Extended;
import org.wardlight.sync.dimse.pdu.UserInformation.Identity;
import org.wardlight.sync.dimse.pdu.UserInformation.Role;

class PduTest {
    private static final UserInformation USER = new UserInformation(
            0xFFFF_FFFFL,
            "2.25.1",
            "MAKER_9",
            Optional.of(new AsyncWindow(3, 4)),
            List.of(new Role("1.2.3", true, true), new Role("1.2.4", false, true)),
            List.of(new Extended("1.2.5", new byte[] {1, 0})),
            Optional.of(new Identity(2, true, new byte[] {65, 66}, new byte[] {67})));

    private static final AssociateRequest REQUEST = new AssociateRequest(
            1,
            "CALLED          ",
            "CALLING         ",
            Pdu.APPLICATION_CONTEXT,
            List.of(
                    new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                    new ProposedContext(255, "1.2.3", List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1"))),
            USER);

    private static Pdu again(Pdu pdu) throws MalformedPdu {
        byte[] bytes = PduWriter.write(pdu);
        return PduReader.read(bytes[0], Arrays.copyOfRange(bytes, 6, bytes.length));
    }

    @Test
    void every_pdu_comes_back_as_it_was_written() throws Exception {
        List<Pdu> all = List.of(
                REQUEST,
                new AssociateAccept(
                        "CALLED          ",
                        "CALLING         ",
                        List.of(new AnsweredContext(1, 0, "1.2.840.10008.1.2"), new AnsweredContext(3, 4, "1.2")),
                        USER),
                AssociateReject.CALLED_UNKNOWN,
                new Pdu.ReleaseRequest(),
                new Pdu.ReleaseResponse(),
                Pdu.Abort.UNEXPECTED);
        for (Pdu pdu : all) {
            assertThat(again(pdu)).isEqualTo(pdu);
        }
    }

    @Test
    void the_length_counts_what_follows_it() {
        byte[] bytes = PduWriter.write(REQUEST);
        int length = (bytes[2] & 0xFF) << 24 | (bytes[3] & 0xFF) << 16 | (bytes[4] & 0xFF) << 8 | bytes[5] & 0xFF;
        assertThat(length).isEqualTo(bytes.length - 6);
    }

    @Test
    void bytes_that_are_broken_are_refused_and_never_read_past_their_end() {
        byte[] bytes = PduWriter.write(REQUEST);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = Arrays.copyOfRange(bytes, 6, 6 + random.nextInt(bytes.length - 6));
            for (int hit = 0; hit < 3 && body.length > 0; hit++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(PduReader.read(Pdu.ASSOCIATE_RQ, body)).isInstanceOf(AssociateRequest.class);
            } catch (MalformedPdu refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    @Test
    void an_item_that_is_longer_than_its_pdu_is_refused() {
        byte[] bytes = PduWriter.write(REQUEST);
        byte[] body = Arrays.copyOfRange(bytes, 6, bytes.length);
        body[70] = (byte) 0xFF; // length of the application context
        assertThatThrownBy(() -> PduReader.read(Pdu.ASSOCIATE_RQ, body))
                .isInstanceOf(MalformedPdu.class)
                .hasMessageContaining("are left");
    }

    @Test
    void a_context_with_an_even_number_is_refused() {
        AssociateRequest wrong = new AssociateRequest(
                1, "A", "B", Pdu.APPLICATION_CONTEXT, List.of(new ProposedContext(2, "1.2", List.of("1.3"))), USER);
        assertThatThrownBy(() -> again(wrong)).isInstanceOf(MalformedPdu.class).hasMessageContaining("even");
    }

    @Test
    void the_text_of_an_identity_tells_no_secret() {
        assertThat(USER.toString()).doesNotContain("65").contains("identity of type 2");
    }
}
