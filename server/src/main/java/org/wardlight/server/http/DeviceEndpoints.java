// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.Device;
import org.wardlight.sync.account.Devices;

/** Laptops and other sites: paired by a code, listed, revoked. */
final class DeviceEndpoints {
    private final Devices devices;

    DeviceEndpoints(Devices devices) {
        this.devices = devices;
    }

    void list(Context context) {
        Answers.json(
                context,
                new DeviceList(devices.all().stream().map(DeviceList::line).toList()));
    }

    void code(Context context) {
        context.header("Cache-Control", "no-store");
        Answers.json(
                context,
                201,
                Answers.JSON,
                new Code(devices.code(Guard.caller(context).id()), 15));
    }

    void pair(Context context) throws AccountException {
        Answers.requireJson(context);
        Pairing given = Answers.read(context, Pairing.class);
        if (given.code() == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Devices.Paired paired = devices.pair(given.code(), given.name() == null ? "" : given.name());
        Auditor.about(context, paired.device().id());
        context.header("Cache-Control", "no-store");
        Answers.json(context, 201, Answers.JSON, new Token(paired.device().id(), paired.token()));
    }

    void revoke(Context context) throws AccountException {
        Answers.json(context, DeviceList.line(devices.revoke(context.pathParam("device"))));
    }

    /** @param minutes for how long the code works, once */
    record Code(String code, int minutes) {}

    record Pairing(String code, @Nullable String name) {}

    /** @param token what the device sends as {@code Authorization: Bearer} from now on; it is not given again */
    record Token(String device, String token) {}

    record DeviceList(List<Line> devices) {
        record Line(
                String device,
                String name,
                String owner,
                String createdAt,
                String seenAt,
                @Nullable String revokedAt) {}

        static Line line(Device device) {
            return new Line(
                    device.id(),
                    device.name(),
                    device.owner(),
                    device.createdAt().toString(),
                    device.seenAt().toString(),
                    device.revokedAt() == null ? null : device.revokedAt().toString());
        }
    }
}
