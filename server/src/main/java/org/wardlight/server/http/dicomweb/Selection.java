// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.util.List;
import org.wardlight.server.http.Absent;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyRecord;

/** The objects that an address means: those of its study, series or instance. What contradicts what came before it is not given with others. */
record Selection(Catalog catalog) {
    List<LocatedInstance> of(Context context) {
        return context.pathParamMap().containsKey("instance") ? List.of(instance(context)) : all(context);
    }

    LocatedInstance instance(Context context) {
        String study = context.pathParam("study");
        return catalog.instance(context.pathParam("instance"))
                .filter(found -> found.study().equals(study) && found.series().equals(context.pathParam("series")))
                .orElseThrow(() -> Absent.instance(catalog, study));
    }

    private List<LocatedInstance> all(Context context) {
        String uid = context.pathParam("study");
        StudyRecord study = catalog.study(uid).orElseThrow(() -> Absent.study(catalog, uid));
        String series = context.pathParamMap().get("series");
        List<LocatedInstance> found = study.series().stream()
                .filter(one -> series == null || one.series().series().equals(series))
                .flatMap(one -> one.instances().stream()
                        .filter(object -> object.standing() == Standing.SOUND)
                        .map(object -> new LocatedInstance(uid, one.series().series(), object)))
                .toList();
        if (found.isEmpty()) {
            throw new Refused(series == null ? ProblemKind.STUDY_NOT_FOUND : ProblemKind.SERIES_NOT_FOUND);
        }
        return found;
    }
}
