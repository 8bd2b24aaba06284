// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.dicom.json.BulkData;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.rendering.dicom.json.DicomJsonArray;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.Parameters;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.Within;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.query.CatalogSearch;

/**
 * QIDO-RS (PS3.18 10.6). Matches as C-FIND does; what is found is answered as DICOM JSON, nothing found as 204. What could not be matched
 * is named in a Warning; and so it is when there is more than one answer holds: {@value #MOST} rows of the whole archive, or the limit
 * that was asked for. Inside of one study there is no bound but that.
 */
final class SearchEndpoints {
    private static final int MOST = 1000;
    private static final int RETRIEVE_URL = 0x00081190;

    private final CatalogSearch search;

    SearchEndpoints(Catalog catalog, Blobs blobs) {
        this.search = new CatalogSearch(catalog, blobs);
    }

    void studies(Context context) throws IOException {
        search(context, Level.STUDY);
    }

    void series(Context context) throws IOException {
        search(context, Level.SERIES);
    }

    void instances(Context context) throws IOException {
        search(context, Level.IMAGE);
    }

    private void search(Context context, Level level) throws IOException {
        Accepted.requireJson(context);
        Query query = Parameters.of("", unused -> Query.of(level, context.pathParamMap(), context.queryParamMap()));
        boolean inStudy = context.pathParamMap().containsKey("study");
        if (query.everything()) {
            warn(context, query, false);
            throw new Refused(ProblemKind.NO_KEY_KNOWN);
        }
        int most = inStudy ? query.limit() : Math.min(query.limit(), MOST);
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        int[] seen = {0};
        boolean[] more = {false};
        Address address = Address.of(context);
        try (DicomJsonArray array = DicomJson.array(found)) {
            search.within(Within.studies(context)).search(level, query.keys(), query.fuzzy(), match -> {
                int at = seen[0]++ - query.offset();
                more[0] = at >= most;
                if (at >= 0 && !more[0]) {
                    array.add(row(query, match, address), BulkData.NONE);
                }
                return !more[0];
            });
        }
        warn(context, query, more[0]);
        if (seen[0] <= query.offset() || most == 0) {
            context.status(204);
        } else {
            Answers.bytes(context, 200, DicomJson.MEDIA_TYPE, found.toByteArray());
        }
    }

    private static void warn(Context context, Query query, boolean more) {
        if (!query.ignored().isEmpty()) {
            String names = query.ignored().stream()
                    .map(name -> name.matches("[A-Za-z0-9._-]{1,64}") ? name : "one of no valid name")
                    .collect(Collectors.joining(", "));
            warning(context, "These parameters are not known at this level and were not matched: " + names);
        }
        if (more) {
            warning(context, "There are additional results that can be requested");
        }
    }

    private static void warning(Context context, String text) {
        context.res().addHeader("Warning", "299 wardlight \"" + text + "\"");
    }

    private DataSet row(Query query, DataSet match, Address address) {
        DataSetBuilder row = DataSet.builder().string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        if (query.all() && query.level() == Level.IMAGE) {
            header(match).elements().stream().filter(SearchEndpoints::isShort).forEach(row::put);
        }
        match.elements().stream().filter(SearchEndpoints::isShort).forEach(row::put);
        return row.string(RETRIEVE_URL, Vr.UR, url(query.level(), match, address))
                .string(QueryTag.INSTANCE_AVAILABILITY, Vr.CS, "ONLINE")
                .build();
    }

    private static String url(Level level, DataSet match, Address address) {
        String study = match.string(Tag.STUDY_INSTANCE_UID).orElse("");
        String series = match.string(Tag.SERIES_INSTANCE_UID).orElse("");
        return switch (level) {
            case IMAGE ->
                address.instance(
                        study, series, match.string(Tag.SOP_INSTANCE_UID).orElse(""));
            case SERIES -> address.series(study, series);
            case PATIENT, STUDY -> address.study(study);
        };
    }

    /** Pictures and whatever else was left in its file are not for a list. */
    private static boolean isShort(Element element) {
        boolean elsewhere = element.value() instanceof Value.Raw && !(element.value() instanceof Value.Bytes);
        boolean emptySequence = element.vr() == Vr.SQ && !(element.value() instanceof Value.Items);
        return !elsewhere && !emptySequence && !(element.value() instanceof Value.Fragments);
    }

    private DataSet header(DataSet match) {
        Optional<LocatedInstance> located = match.string(Tag.SOP_INSTANCE_UID).flatMap(search.catalog()::instance);
        if (located.isEmpty()) {
            return DataSet.EMPTY;
        }
        try (ByteSource source = search.blobs().open(located.get().instance().blob())) {
            DataSet data = DicomReader.read(source, Limits.STANDARD).data();
            DataSetBuilder readable = DataSet.builder();
            data.elements().stream()
                    .filter(element -> element.tag() != Tag.SPECIFIC_CHARACTER_SET)
                    .forEach(element -> {
                        if (element.vr().isText() && element.vr() != Vr.UN) {
                            readable.string(
                                    element.tag(),
                                    element.vr(),
                                    data.strings(element.tag()).toArray(String[]::new));
                        } else {
                            readable.put(element);
                        }
                    });
            return readable.build();
        } catch (IOException | RenderingException unreadable) {
            return DataSet.EMPTY;
        }
    }
}
