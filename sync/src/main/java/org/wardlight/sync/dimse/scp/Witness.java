// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.net.Association;

/**
 * Hears what callers do here, for the audit. Called by the thread of the association, before or while the caller is answered, so it must
 * be quick and must not throw. Thread-safe.
 */
public interface Witness {
    /** One that lets everything go by. */
    Witness SILENT = new Witness() {};

    /** An association began. */
    default void accepted(Association association) {}

    /** A caller was turned away. */
    default void refused(Caller caller, String reason) {}

    /**
     * An object came.
     *
     * @param study its study; empty when it cannot be told
     * @param kept whether it is here now
     */
    default void stored(Association association, Optional<String> study, boolean kept) {}

    /**
     * Somebody searched.
     *
     * @param keys what for; patient data
     */
    default void searched(Association association, Level level, String keys, int matches) {}

    /** Objects were asked for, and so many were sent or not. */
    default void gave(Association association, Given given) {}

    /** Somebody asked for what that AE title may not do. */
    default void forbidden(Association association, String service) {}

    /** The association is over. */
    default void ended(Association association) {}

    /** Who calls, as that one says. */
    record Caller(String calling, String called, InetAddress from) {}

    /** @param destination where to; empty for C-GET, which sends to who asks */
    record Given(List<String> studies, Optional<AeTitle> destination, int sent, int failed) {
        public Given {
            studies = List.copyOf(studies);
        }
    }
}
