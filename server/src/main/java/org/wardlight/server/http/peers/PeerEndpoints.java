// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import io.javalin.http.Context;
import java.util.List;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.peers.PeerJson.Own;
import org.wardlight.server.http.peers.PeerJson.PeerList;
import org.wardlight.server.http.peers.PeerJson.Tested;
import org.wardlight.server.http.peers.PeerJson.Wanted;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.PeerTest;

/** Who is known on the DICOM network: listed, added, changed, removed, tested. A change counts with the next association. */
final class PeerEndpoints {
    private final Neighbours neighbours;

    PeerEndpoints(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    void list(Context context) {
        Neighbours.Own own = neighbours.own();
        Integer port = own.port().isPresent() ? own.port().getAsInt() : null;
        Answers.json(
                context,
                new PeerList(
                        new Own(own.title().value(), port, own.tls(), own.promiscuous()),
                        neighbours.peers().all().stream()
                                .map(peer -> PeerJson.line(peer, isGiven(peer)))
                                .toList()));
    }

    private boolean isGiven(Peer peer) {
        return neighbours.peers().given().contains(peer);
    }

    void add(Context context) {
        Wanted wanted = read(context);
        Peer peer = wanted.peer(wanted.name());
        if (neighbours.peers().named(peer.name()).isPresent()) {
            throw new Refused(ProblemKind.NAME_TAKEN);
        }
        keep(context, peer, 201);
    }

    void change(Context context) {
        Peer before = named(context);
        refuseGiven(before);
        keep(context, read(context).peer(before.name()), 200);
    }

    private void keep(Context context, Peer peer, int status) {
        boolean given = neighbours.peers().given().stream()
                .anyMatch(other -> other.title().equals(peer.title()));
        if (given || !neighbours.peers().book().put(peer)) {
            throw new Refused(ProblemKind.PEER_TITLE_TAKEN);
        }
        Answers.json(context, status, Answers.JSON, PeerJson.line(peer, false));
    }

    void remove(Context context) {
        Peer peer = named(context);
        refuseGiven(peer);
        neighbours.peers().book().remove(peer.name());
        context.status(204);
    }

    void test(Context context) {
        List<PeerTest.Line> lines = neighbours.test().apply(named(context));
        context.header("Cache-Control", "no-store");
        Answers.json(
                context,
                new Tested(lines.stream()
                        .map(line -> new Tested.Step(
                                PeerJson.word(line.step()), PeerJson.word(line.outcome()), line.words()))
                        .toList()));
    }

    private Peer named(Context context) {
        return neighbours
                .peers()
                .named(context.pathParam("name"))
                .orElseThrow(() -> new Refused(ProblemKind.NO_SUCH_PEER));
    }

    private void refuseGiven(Peer peer) {
        if (isGiven(peer)) {
            throw new Refused(ProblemKind.PEER_GIVEN);
        }
    }

    private static Wanted read(Context context) {
        Answers.requireJson(context);
        return Answers.read(context, Wanted.class);
    }
}
