// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.catalog.NewInstance;

/**
 * The Store Instances Response Module in DICOM JSON (PS3.18 10.5.3, Annex I; PS3.18 F). Collects one entry an instance; one
 * thread.
 */
final class StowResponse {
    private static final String SOP_CLASS = "00081150";
    private static final String SOP_INSTANCE = "00081155";
    private static final String RETRIEVE_URL = "00081190";
    private static final String WARNING_REASON = "00081196";
    private static final String FAILURE_REASON = "00081197";
    private static final String FAILED = "00081198";
    private static final String REFERENCED = "00081199";

    private final Address address;
    private final Optional<String> study;
    private final List<Map<String, Object>> stored = new ArrayList<>();
    private final List<Map<String, Object>> failed = new ArrayList<>();
    private boolean hasWarnings;

    /** @param study what the address names */
    StowResponse(Address address, Optional<String> study) {
        this.address = address;
        this.study = study;
    }

    /** Failure reasons of PS3.18 table I.2-2. */
    enum Failure {
        /** A900: Data Set does not match, here: it belongs to another study. */
        MISMATCH(0xA900),
        /** 0124: Not authorized. */
        NOT_ALLOWED(0x0124),
        /** A700: Out of resources. */
        OUT_OF_RESOURCES(0xA700),
        /** 0110: Processing failure. */
        PROCESSING(0x0110),
        /** C000: Cannot understand. */
        NOT_UNDERSTOOD(0xC000);

        private final int code;

        Failure(int code) {
            this.code = code;
        }
    }

    /** The UIDs of an instance, when they could be read. */
    record Reference(
            Optional<String> sopClass, Optional<String> instance, Optional<String> series, Optional<String> study) {
        static final Reference UNKNOWN =
                new Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Reference of(NewInstance object) {
            return new Reference(
                    Optional.of(object.instance().sopClass()),
                    Optional.of(object.instance().instance()),
                    Optional.of(object.series().series()),
                    Optional.of(object.study().study()));
        }

        static Reference of(DataSet data) {
            return new Reference(
                    data.string(Tag.SOP_CLASS_UID),
                    data.string(Tag.SOP_INSTANCE_UID),
                    data.string(Tag.SERIES_INSTANCE_UID),
                    data.string(Tag.STUDY_INSTANCE_UID));
        }
    }

    void stored(Reference reference) {
        stored.add(entry(reference, true));
    }

    /** Kept, but flagged: it contradicts what is here. B007: Data Set does not match. */
    void storedWithWarning(Reference reference) {
        Map<String, Object> entry = entry(reference, true);
        entry.put(WARNING_REASON, attribute("US", 0xB007));
        stored.add(entry);
        hasWarnings = true;
    }

    void failed(Reference reference, Failure failure) {
        Map<String, Object> entry = entry(reference, false);
        entry.put(FAILURE_REASON, attribute("US", failure.code));
        failed.add(entry);
    }

    boolean isEmpty() {
        return stored.isEmpty() && failed.isEmpty();
    }

    /** 200 when all was stored, 202 when some was or with a warning, 409 when nothing was (PS3.18 table 10.5.3-1). */
    int status() {
        if (stored.isEmpty()) {
            return 409;
        }
        return failed.isEmpty() && !hasWarnings ? 200 : 202;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!stored.isEmpty()) {
            study.ifPresent(uid -> body.put(RETRIEVE_URL, attribute("UR", address.study(uid))));
        }
        if (!failed.isEmpty()) {
            body.put(FAILED, sequence(failed));
        }
        if (!stored.isEmpty()) {
            body.put(REFERENCED, sequence(stored));
        }
        return body;
    }

    private Map<String, Object> entry(Reference reference, boolean isRetrievable) {
        Map<String, Object> entry = new LinkedHashMap<>();
        reference.sopClass().ifPresent(uid -> entry.put(SOP_CLASS, attribute("UI", uid)));
        reference.instance().ifPresent(uid -> entry.put(SOP_INSTANCE, attribute("UI", uid)));
        if (isRetrievable
                && reference.study().isPresent()
                && reference.series().isPresent()
                && reference.instance().isPresent()) {
            String url = address.instance(
                    reference.study().get(),
                    reference.series().get(),
                    reference.instance().get());
            entry.put(RETRIEVE_URL, attribute("UR", url));
        }
        return entry;
    }

    private static Map<String, Object> attribute(String vr, Object value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("vr", vr);
        attribute.put("Value", List.of(value));
        return attribute;
    }

    private static Map<String, Object> sequence(List<Map<String, Object>> items) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("vr", "SQ");
        attribute.put("Value", items);
        return attribute;
    }
}
