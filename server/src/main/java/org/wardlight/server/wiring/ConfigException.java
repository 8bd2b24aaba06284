// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

/** A setting is not usable. The message names the key, says what was expected and what to do; it is meant to be shown. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
