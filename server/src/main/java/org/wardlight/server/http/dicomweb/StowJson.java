// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.dicomweb.StowResponse.Failure;
import org.wardlight.server.http.dicomweb.StowResponse.Reference;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.StagedBlob;

/**
 * Instances as metadata in JSON, with their bulk data in parts of their own that the metadata names by Content-Location (PS3.18
 * 8.6.1.2.2, 10.5.2). Parts are staged beside the blobs, so that what is left over is swept; closing drops them. One thread.
 */
final class StowJson implements Closeable {
    private final Blobs blobs;
    private final List<StagedBlob> metadata = new ArrayList<>();
    private final Map<String, List<StowBulk>> bulk = new HashMap<>();
    private final List<StagedBlob> all = new ArrayList<>();
    private boolean full;

    StowJson(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Takes an instance as a file. */
    interface Sink {
        void take(InputStream file) throws IOException;
    }

    /** Takes in all parts. */
    void read(MultipartReader parts) throws IOException {
        while (parts.next()) {
            Map<String, String> headers = parts.headers();
            MediaType type = MediaType.parse(headers.getOrDefault("content-type", Accepted.OCTETS));
            Optional<StagedBlob> staged = stage(parts);
            if (staged.isEmpty()) {
                continue;
            }
            if (type.name().equals(Accepted.DICOM_JSON) || type.name().equals("application/json")) {
                metadata.add(staged.get());
            } else {
                String location = headers.getOrDefault("content-location", "").strip();
                bulk.computeIfAbsent(location, key -> new ArrayList<>()).add(new StowBulk(staged.get(), type));
            }
        }
        if (metadata.isEmpty()) {
            throw new Refused(full ? ProblemKind.NOT_READY : ProblemKind.BAD_BODY);
        }
    }

    private Optional<StagedBlob> stage(MultipartReader parts) throws IOException {
        StowItem watched = new StowItem(parts.body(), Optional.empty(), Optional.empty());
        try {
            StagedBlob staged = blobs.stage(watched.open());
            all.add(staged);
            return Optional.of(staged);
        } catch (IOException noRoom) {
            // Were it the connection, going on to the next part would say so.
            full = true;
            return Optional.empty();
        }
    }

    /** Hands over each instance that can be made of what came; what cannot is reported. */
    void forEach(Sink sink, StowResponse response) throws IOException {
        for (StagedBlob one : metadata) {
            StowPixels pixels = new StowPixels();
            List<DataSet> described;
            try (InputStream json = stream(one.source())) {
                described = DicomJson.readAll(
                        json, Limits.STANDARD, (path, vr, uri) -> value(path.steps(), vr, uri, pixels));
            } catch (RenderingException malformed) {
                response.failed(Reference.UNKNOWN, Failure.NOT_UNDERSTOOD);
                continue;
            }
            for (DataSet data : described) {
                make(data, pixels, sink, response);
            }
        }
    }

    private Optional<Value> value(List<Integer> path, Vr vr, String uri, StowPixels pixels) throws IOException {
        List<StowBulk> parts = bulk.getOrDefault(uri.strip(), List.of());
        if (path.equals(List.of(Tag.PIXEL_DATA))) {
            return Optional.of(pixels.value(parts));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(0).raw());
    }

    private void make(DataSet data, StowPixels pixels, Sink sink, StowResponse response) throws IOException {
        Optional<Failure> failure = full ? Optional.of(Failure.OUT_OF_RESOURCES) : pixels.failure(data);
        if (failure.isPresent()) {
            response.failed(Reference.of(data), failure.get());
            return;
        }
        Path file = Files.createTempFile("wardlight-stow", ".dcm");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                DicomWriter.write(data, pixels.syntax(data), out);
            }
            try (InputStream in = Files.newInputStream(file)) {
                sink.take(in);
            }
        } catch (IllegalArgumentException unfitting) {
            response.failed(Reference.of(data), Failure.NOT_UNDERSTOOD);
        } catch (IOException noRoom) {
            response.failed(Reference.of(data), Failure.OUT_OF_RESOURCES);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static InputStream stream(ByteSource source) throws IOException {
        if (source.size() > Limits.STANDARD.dataSetBytes()) {
            throw new Refused(ProblemKind.TOO_LARGE);
        }
        byte[] all = new byte[(int) source.size()];
        source.read(0, all, 0, all.length);
        return new ByteArrayInputStream(all);
    }

    @Override
    public void close() throws IOException {
        for (StagedBlob one : all) {
            one.close();
        }
    }
}
