// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

/** Information models of Query/Retrieve (PS3.4 C.6) with the SOP classes of their services. */
public enum Root {
    PATIENT(Services.PATIENT_ROOT_FIND, Services.PATIENT_ROOT_MOVE, Services.PATIENT_ROOT_GET),
    STUDY(Services.STUDY_ROOT_FIND, Services.STUDY_ROOT_MOVE, Services.STUDY_ROOT_GET);

    private final String find;
    private final String move;
    private final String get;

    Root(String find, String move, String get) {
        this.find = find;
        this.move = move;
        this.get = get;
    }

    public String find() {
        return find;
    }

    public String move() {
        return move;
    }

    public String get() {
        return get;
    }
}
