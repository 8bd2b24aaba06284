// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.function.Function;

/** Reads path and query parameters; what does not have its form is {@link ProblemKind#BAD_PARAMETER}. */
public final class Parameters {
    private Parameters() {}

    public static String text(Context context, String name, String absent) {
        String value = context.queryParam(name);
        return value == null ? absent : value;
    }

    public static int count(Context context, String name, int absent, int most) {
        int value = of(text(context, name, String.valueOf(absent)), Integer::parseInt);
        if (value < 1) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return Math.min(value, most);
    }

    public static int pathNumber(Context context, String name) {
        return of(context.pathParam(name), Integer::parseUnsignedInt);
    }

    /** Parses with a function that throws IllegalArgumentException for what it does not take. */
    public static <T> T of(String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException notOfThatForm) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
    }
}
