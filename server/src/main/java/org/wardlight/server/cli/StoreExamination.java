// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.server.wiring.Node;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;

/** Looks through a store for what is damaged, missing or needless. Changes nothing. */
final class StoreExamination {
    private final Node node;
    private final Progress progress;

    StoreExamination(Node node, Progress progress) {
        this.node = node;
        this.progress = progress;
    }

    /** @param isThorough reads every blob and compares its SHA-256 */
    List<Finding> run(boolean isThorough) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<String> faults = node.faults().apply(isThorough);
        findings.add(
                faults.isEmpty()
                        ? Finding.ok("catalog", "The catalog is sound.")
                        : Finding.fault("catalog", "The catalog is damaged: " + String.join("; ", faults)));
        if (faults.isEmpty()) {
            Map<BlobHash, Long> wanted = new LinkedHashMap<>();
            node.catalog().forEachReference(reference -> wanted.put(reference.blob(), reference.bytes()));
            findings.add(missing(wanted));
            findings.add(orphans(wanted));
            if (isThorough) {
                findings.add(damaged(wanted));
            }
            findings.add(audit());
        }
        return findings;
    }

    /** The newest hash stands for all entries before it: kept elsewhere, it shows whether any of them was changed later. */
    private Finding audit() {
        OptionalLong broken = node.security().audit().broken();
        if (broken.isPresent()) {
            return Finding.fault(
                    "audit",
                    "The audit was changed: entry " + broken.getAsLong() + " does not follow from the one before it.");
        }
        return node.security().audit().page(Long.MAX_VALUE, 1, null).stream()
                .findFirst()
                .map(newest -> Finding.ok(
                        "audit",
                        "The audit is whole. Newest entry: " + newest.id() + " of " + newest.at() + ", hash "
                                + newest.hash() + " (keep a copy of this line elsewhere)."))
                .orElse(Finding.ok("audit", "The audit has no entries yet."));
    }

    private Finding missing(Map<BlobHash, Long> wanted) throws IOException {
        List<BlobHash> missing = new ArrayList<>();
        long done = 0;
        for (Map.Entry<BlobHash, Long> entry : wanted.entrySet()) {
            OptionalLong size = node.blobs().size(entry.getKey());
            if (size.isEmpty() || size.getAsLong() != entry.getValue()) {
                missing.add(entry.getKey());
            }
            progress.update("Looking for blobs", ++done, wanted.size(), "blobs");
        }
        return missing.isEmpty()
                ? Finding.ok("blobs", "All " + wanted.size() + " blobs that the catalog names are here.")
                : Finding.fault(
                        "blobs",
                        missing.size() + " of " + wanted.size()
                                + " blobs that the catalog names are missing or have another size: "
                                + shortened(missing)
                                + ". Import or sync their studies again.");
    }

    private Finding orphans(Map<BlobHash, Long> wanted) throws IOException {
        long[] found = new long[2];
        node.blobs().forEach((hash, size) -> {
            if (!wanted.containsKey(hash)) {
                found[0]++;
                found[1] += size;
            }
        });
        return found[0] == 0
                ? Finding.ok("orphans", "No blob is without a row in the catalog.")
                : Finding.note(
                        "orphans",
                        found[0] + " blobs (" + Sizes.text(found[1])
                                + ") are named by no row: left by an interrupted import, or not yet complete.");
    }

    private Finding damaged(Map<BlobHash, Long> wanted) throws IOException {
        List<BlobHash> damaged = new ArrayList<>();
        long done = 0;
        for (BlobHash hash : wanted.keySet()) {
            try (ByteSource source = node.blobs().open(hash)) {
                if (!hash.equals(hashOf(source))) {
                    damaged.add(hash);
                }
            } catch (BlobMissing reportedAlready) {
                // "blobs" has counted it.
            }
            progress.update("Reading blobs", ++done, wanted.size(), "blobs");
        }
        return damaged.isEmpty()
                ? Finding.ok("hashes", "Every blob holds the bytes that its hash says.")
                : Finding.fault(
                        "hashes",
                        damaged.size() + " blobs hold other bytes than their hash says: " + shortened(damaged)
                                + ". The disk may be failing; import or sync their studies again.");
    }

    private static BlobHash hashOf(ByteSource source) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (long at = 0; at < source.size(); ) {
                int count = (int) Math.min(buffer.length, source.size() - at);
                source.read(at, buffer, 0, count);
                digest.update(buffer, 0, count);
                at += count;
            }
            return new BlobHash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String shortened(List<BlobHash> hashes) {
        String first = String.join(
                ", ",
                hashes.stream()
                        .limit(3)
                        .map(hash -> hash.hex().substring(0, 12))
                        .toList());
        return hashes.size() > 3 ? first + ", …" : first;
    }
}
