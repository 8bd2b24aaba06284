// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.LayerFacts.Kind;
import org.wardlight.rendering.layer.LayerImage;
import org.wardlight.rendering.layer.LayerObject;
import org.wardlight.rendering.layer.LayerObjects;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.server.wiring.ConfigException;
import picocli.CommandLine.Option;

/** The layers that {@code render} draws over a frame when it is asked to. */
final class RenderLayers {
    private static final float HALF = 0.5f;

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description =
                    "Draw this segmentation, dose, structure set or parametric map over the frame; may be given again.")
    private List<Path> layers = new ArrayList<>();

    boolean wanted() {
        return !layers.isEmpty();
    }

    /** The picture with all layers over it: lines as they are, areas at half strength. */
    BufferedImage over(BufferedImage picture, DicomObject object, ImageHeader header, int frame) throws IOException {
        if (layers.isEmpty()) {
            return picture;
        }
        ImageHeader.Place place = header.frames().get(frame - 1);
        FramePlane plane = FramePlane.of(
                object.data().string(Tag.SERIES_INSTANCE_UID).orElse(""),
                object.sopInstanceUid().orElse(""),
                frame,
                header.kinds().get(place.kind()),
                place,
                Math.max(0, object.data().decimal(Tag.SLICE_THICKNESS).orElse(0)));
        BufferedImage target = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (Path file : layers) {
            draw(file, plane, graphics, target);
        }
        graphics.dispose();
        return target;
    }

    private static void draw(Path file, FramePlane plane, Graphics2D graphics, BufferedImage target)
            throws IOException {
        try (FileByteSource source = FileByteSource.open(file)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            LayerObject layer = LayerObjects.of(object, object.source(), Limits.STANDARD)
                    .orElseThrow(() -> new ConfigException(
                            "--layer is " + file + "; expected a segmentation, dose, structure set or parametric map"));
            if (!layer.liesOver(plane)) {
                throw new ConfigException(
                        "--layer is " + file
                                + "; it says nothing of this frame: it names other images, or lies elsewhere or in another frame of reference");
            }
            LayerImage drawn = layer.draw(plane, object.source(), Limits.STANDARD);
            BufferedImage image = new BufferedImage(drawn.width(), drawn.height(), BufferedImage.TYPE_INT_ARGB);
            image.setRGB(0, 0, drawn.width(), drawn.height(), drawn.argb(), 0, drawn.width());
            boolean lines = layer.facts().kind() == Kind.STRUCTURES;
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, lines ? 1 : HALF));
            graphics.drawImage(image, 0, 0, target.getWidth(), target.getHeight(), null);
        }
    }
}
