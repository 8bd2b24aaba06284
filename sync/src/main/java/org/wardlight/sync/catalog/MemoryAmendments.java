// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wardlight.sync.blob.BlobHash;

/** Amendments of {@link MemoryCatalog}, guarded by its lock. */
final class MemoryAmendments implements Amendments {
    private final MemoryCatalog catalog;
    private final Clock clock;
    private final Map<String, List<Correction>> corrections = new HashMap<>();
    private final Map<Place, Deletion> deletions = new LinkedHashMap<>();
    private final Map<BlobHash, Waste> waste = new LinkedHashMap<>();
    private final Set<BlobHash> going = new HashSet<>();

    private record Waste(String study, Instant since) {}

    MemoryAmendments(MemoryCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public List<String> correct(
            String study, Correction.Scope scope, PatientIdentity corrected, String by, String reason) {
        synchronized (catalog) {
            List<String> done = new ArrayList<>();
            for (MemoryStudy one : catalog.sameAs(study, scope)) {
                PatientIdentity original = one.patient();
                if (!original.equals(corrected)) {
                    String uid = one.facts().study();
                    corrections
                            .computeIfAbsent(uid, key -> new ArrayList<>())
                            .add(new Correction(
                                    Correction.kind(scope, original, corrected),
                                    original,
                                    corrected,
                                    by,
                                    clock.instant(),
                                    reason));
                    one.identify(corrected);
                    catalog.log(Change.Op.CORRECTED, uid, null, null);
                    done.add(uid);
                }
            }
            return done;
        }
    }

    @Override
    public List<Correction> corrections(String study) {
        synchronized (catalog) {
            return List.copyOf(corrections.getOrDefault(study, List.of()));
        }
    }

    @Override
    public void adopt(String study, List<Correction> adopted) {
        synchronized (catalog) {
            List<Correction> before = corrections(study);
            if (before.equals(adopted)) {
                return;
            }
            corrections.put(study, new ArrayList<>(adopted));
            catalog.find(study).ifPresent(here -> {
                PatientIdentity stated =
                        before.isEmpty() ? here.patient() : before.get(0).original();
                here.identify(CorrectionTable.present(adopted, stated));
                catalog.log(Change.Op.CORRECTED, study, null, null);
            });
        }
    }

    @Override
    public List<PatientIdentity> identities(String study) {
        synchronized (catalog) {
            return catalog.find(study)
                    .map(here -> CorrectionTable.identities(corrections(study), here.patient()))
                    .orElse(List.of());
        }
    }

    @Override
    public int delete(Place place, String by, String reason, Deletion.Again again) {
        synchronized (catalog) {
            Removal.Removed removed = catalog.removeAt(place);
            if (removed.objects() > 0) {
                deletions.put(place, new Deletion(place, by, clock.instant(), reason, again));
                removed.blobs().forEach(blob -> wasted(blob, place.study()));
            }
            return removed.objects();
        }
    }

    void wasted(BlobHash blob, String study) {
        waste.putIfAbsent(blob, new Waste(study, clock.instant()));
    }

    /** As {@link DeletionTable#over}. */
    Optional<Deletion> over(NewInstance object) {
        return deletions.values().stream()
                .filter(deletion -> covers(deletion.place(), object))
                .findFirst();
    }

    private static boolean covers(Place place, NewInstance object) {
        return place.study().equals(object.study().study())
                && (place.series() == null
                        || place.series().equals(object.series().series()))
                && (place.instance() == null
                        || place.instance().equals(object.instance().instance()));
    }

    /** As {@link DeletionTable#reclaim}. */
    boolean reclaim(BlobHash blob) {
        if (going.contains(blob)) {
            return false;
        }
        waste.remove(blob);
        return true;
    }

    @Override
    public Optional<Deletion> deletion(String study) {
        synchronized (catalog) {
            return catalog.find(study).isPresent()
                    ? Optional.empty()
                    : deletions(study).stream().findFirst();
        }
    }

    @Override
    public List<Deletion> deletions(String study) {
        synchronized (catalog) {
            return deletions.values().stream()
                    .filter(deletion -> deletion.place().study().equals(study))
                    .toList();
        }
    }

    @Override
    public List<BlobHash> restore(String study) {
        synchronized (catalog) {
            if (!deletions.keySet().removeIf(place -> place.study().equals(study))) {
                return List.of();
            }
            catalog.log(Change.Op.RESTORED, study, null, null);
            return waste.entrySet().stream()
                    .filter(entry -> entry.getValue().study().equals(study) && !going.contains(entry.getKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public List<BlobHash> drop(Place place) {
        synchronized (catalog) {
            return catalog.removeAt(place).blobs();
        }
    }

    @Override
    public List<BlobHash> claimWaste(Instant before, int most) {
        synchronized (catalog) {
            Set<BlobHash> needed = catalog.needed();
            waste.keySet().removeIf(needed::contains);
            List<BlobHash> claimed = waste.keySet().stream()
                    .filter(blob -> going.contains(blob)
                            || Objects.requireNonNull(waste.get(blob)).since().isBefore(before))
                    .limit(most)
                    .toList();
            going.addAll(claimed);
            return claimed;
        }
    }

    @Override
    public void removed(List<BlobHash> blobs) {
        synchronized (catalog) {
            blobs.forEach(waste::remove);
            blobs.forEach(going::remove);
        }
    }
}
