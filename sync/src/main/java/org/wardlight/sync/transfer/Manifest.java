// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Correction;

/**
 * What a copy of a study consists of, most useful first. {@code server/src/test/resources/contract/manifest.json} is an
 * example.
 *
 * @param study Study Instance UID
 * @param version version of the study's descriptor that this belongs to
 * @param purpose {@code for} on the wire
 * @param bytes bytes of all distinct blobs
 * @param expected how many objects the study has, as far as the site was told; null when nobody said
 * @param corrections of the study's identity, oldest first: originals name another patient then
 * @param blobs in the order in which to fetch them; a blob may appear for several paths
 */
public record Manifest(
        String study,
        String version,
        @JsonProperty("for") Purpose purpose,
        long bytes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Correction> corrections,
        List<Entry> blobs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer expected) {
    /** An older site tells of no corrections. */
    public Manifest {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        blobs = List.copyOf(blobs);
    }

    /** A manifest whose total is counted over the distinct blobs. */
    public static Manifest of(
            String study,
            String version,
            Purpose purpose,
            List<Correction> corrections,
            List<Entry> blobs,
            @Nullable Integer expected) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        blobs.forEach(entry -> sizes.putIfAbsent(entry.hash(), entry.bytes()));
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        return new Manifest(study, version, purpose, bytes, corrections, blobs, expected);
    }

    /**
     * One blob for one use.
     *
     * @param hash SHA-256 in lower-case hexadecimal
     * @param bytes its size, plain
     * @param path the HTTP path at which a viewer asks for it, {@code ?v=} included
     * @param instance SOP Instance UID when {@code kind} is {@code original}, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String hash,
            long bytes,
            BlobKind kind,
            String path,
            @Nullable String instance) {
        public Entry {
            if (bytes < 0) {
                throw new IllegalArgumentException("negative size of a blob");
            }
            hash = new BlobHash(hash).hex();
        }

        /** The hash as its type. */
        public BlobHash blob() {
            return new BlobHash(hash);
        }
    }
}
