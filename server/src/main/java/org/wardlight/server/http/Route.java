// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.wardlight.sync.account.AuditEntry.Action;

/**
 * One row of the route table.
 *
 * @param path template: {@code {name}} is one segment, {@code <name>} is the rest of the path
 * @param action what using it is in the audit; empty when that is not worth an entry
 */
public record Route(HandlerType method, String path, Access access, Handler handler, Optional<Action> action) {
    public static Route get(String path, Access access, Handler handler) {
        return new Route(HandlerType.GET, path, access, handler, Optional.empty());
    }

    /** Where a length is asked for: to HEAD at an address without such a row only "it is there" is answered. */
    static Route head(String path, Access access, Handler handler) {
        return new Route(HandlerType.HEAD, path, access, handler, Optional.empty());
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route(HandlerType.POST, path, access, handler, Optional.empty());
    }

    public static Route options(String path, Access access, Handler handler) {
        return new Route(HandlerType.OPTIONS, path, access, handler, Optional.empty());
    }

    public static Route put(String path, Access access, Handler handler) {
        return new Route(HandlerType.PUT, path, access, handler, Optional.empty());
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route(HandlerType.DELETE, path, access, handler, Optional.empty());
    }

    public static Route patch(String path, Access access, Handler handler) {
        return new Route(HandlerType.PATCH, path, access, handler, Optional.empty());
    }

    /** The same, with an entry in the audit each time. */
    public Route audited(Action as) {
        return new Route(method, path, access, handler, Optional.of(as));
    }
}
