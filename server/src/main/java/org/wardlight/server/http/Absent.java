// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import org.wardlight.sync.catalog.Catalog;

/** Why a study cannot be given: there is none, or somebody deleted it, which every copy must hear. */
public final class Absent {
    private Absent() {}

    /** To be thrown where a study is not in the catalog. */
    public static Refused study(Catalog catalog, String study) {
        return of(catalog, study, ProblemKind.STUDY_NOT_FOUND);
    }

    /** To be thrown where an object of a study is not in the catalog. */
    public static Refused instance(Catalog catalog, String study) {
        return of(catalog, study, ProblemKind.INSTANCE_NOT_FOUND);
    }

    private static Refused of(Catalog catalog, String study, ProblemKind otherwise) {
        return new Refused(catalog.amendments().deletion(study).isPresent() ? ProblemKind.STUDY_DELETED : otherwise);
    }
}
