// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;

/** Who asks, for endpoints of other packages. */
public final class Callers {
    private Callers() {}

    /** As the audit names people. */
    public static String id(Context context) {
        return Guard.caller(context).id();
    }

    /** What the address does not say: whom or what the request was about. */
    public static void about(Context context, String what) {
        Auditor.about(context, what);
    }
}
