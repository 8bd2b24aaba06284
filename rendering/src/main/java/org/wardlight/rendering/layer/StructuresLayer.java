// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;

/**
 * A structure set (PS3.3 A.19): the outlines of its regions on the images that they were drawn on, elsewhere in the same frame of
 * reference on the slices that they lie within half a slice of.
 */
final class StructuresLayer implements LayerObject {
    /** Of an image without neighbours that says nothing of its thickness, in millimetres. */
    private static final double THIN = 1;

    private static final double SLACK = 1e-3;
    private static final int BYTES_A_NUMBER = 8;
    private static final int BYTES_A_CONTOUR = 300;

    private final List<Region> regions;
    private final Set<String> series;
    private final LayerFacts facts;

    private StructuresLayer(List<Region> regions, Set<String> series, String label) {
        this.regions = regions;
        this.series = series;
        this.facts = new LayerFacts(
                LayerFacts.Kind.STRUCTURES,
                label,
                null,
                regions.stream()
                        .filter(region -> !region.contours().isEmpty())
                        .map(Region::part)
                        .toList());
    }

    static StructuresLayer open(DicomObject object, ByteSource source, Limits limits) {
        DataSet data = object.data();
        Set<String> series = new HashSet<>();
        data.items(LayerTag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE).stream()
                .flatMap(one -> one.items(LayerTag.RT_REFERENCED_STUDY_SEQUENCE).stream())
                .flatMap(one -> one.items(LayerTag.RT_REFERENCED_SERIES_SEQUENCE).stream())
                .forEach(one -> one.string(Tag.SERIES_INSTANCE_UID).ifPresent(series::add));
        String label = data.string(LayerTag.STRUCTURE_SET_LABEL)
                .or(() -> data.string(Tag.SERIES_DESCRIPTION))
                .orElse("Structures");
        return new StructuresLayer(RegionsReader.of(data), series, label);
    }

    @Override
    public LayerFacts facts() {
        return facts;
    }

    @Override
    public boolean liesOver(FramePlane plane) {
        return regions.stream().anyMatch(region -> over(region, plane).findAny().isPresent());
    }

    private Stream<Contour> over(Region region, FramePlane plane) {
        String reference = region.frameOfReference();
        return Optional.ofNullable(plane.grid())
                .filter(grid -> reference == null || reference.equals(plane.frameOfReference()))
                .map(grid -> region.contours().stream().filter(contour -> isOver(contour, region, plane, grid)))
                .orElseGet(Stream::empty);
    }

    private boolean isOver(Contour contour, Region region, FramePlane plane, PlaneGrid grid) {
        boolean named = contour.references().stream().anyMatch(reference -> reference.names(plane));
        boolean elsewhere = !contour.references().isEmpty() && series.contains(plane.series());
        if (!named && (elsewhere || region.frameOfReference() == null)) {
            return false;
        }
        double slice = plane.slice() > 0 ? plane.slice() : THIN;
        return contour.farthest(grid) <= slice / 2 + SLACK;
    }

    @Override
    public LayerImage draw(FramePlane plane, ByteSource source, Limits limits) {
        OutlinePainter painter = new OutlinePainter(plane);
        for (Region region : regions) {
            List<Contour> contours = over(region, plane).toList();
            if (!contours.isEmpty()) {
                painter.paint(contours, region.colour());
            }
        }
        return painter.image();
    }

    @Override
    public long weight() {
        return 4096
                + regions.stream()
                        .flatMap(region -> region.contours().stream())
                        .mapToLong(contour -> (long) BYTES_A_NUMBER * contour.points().length + BYTES_A_CONTOUR)
                        .sum();
    }
}
