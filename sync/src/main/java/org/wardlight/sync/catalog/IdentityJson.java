// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.wardlight.sync.Json;

/** A patient's identity as text, in rows that outlive the patient's studies. */
final class IdentityJson {
    private IdentityJson() {}

    static String write(PatientIdentity patient) {
        return new String(Json.bytes(patient), StandardCharsets.UTF_8);
    }

    static PatientIdentity read(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), PatientIdentity.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
