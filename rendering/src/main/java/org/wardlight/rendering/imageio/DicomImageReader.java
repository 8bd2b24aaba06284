// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.tile.Frames;

/**
 * Reads the frames of a DICOM object: image index n is frame n + 1. Pictures are grey or RGB of eight bits behind the whole grey and
 * colour pipeline; {@code readRaster} gives stored values. An object that is broken, or not shown, is an {@link IIOException} that says
 * why. It has no metadata. One thread.
 */
public final class DicomImageReader extends ImageReader {
    private @Nullable Opened opened;

    DicomImageReader(ImageReaderSpi provider) {
        super(provider);
    }

    /** An object whose header was read. */
    private record Opened(DicomObject object, ByteSource source, ImageHeader header) {}

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public void setInput(@Nullable Object newInput, boolean forwardOnly, boolean withoutMetadata) {
        super.setInput(newInput, forwardOnly, withoutMetadata);
        opened = null;
    }

    private static <T> T said(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RenderingException e) {
            throw new IIOException(e.getMessage(), e);
        }
    }

    private Opened opened() throws IOException {
        Opened known = opened;
        if (known != null) {
            return known;
        }
        if (!(input instanceof ImageInputStream stream)) {
            throw new IllegalStateException("no input was set");
        }
        Opened read = said(() -> {
            ByteSource source = new ImageStreamSource(stream);
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            return new Opened(object, source, ImageHeaders.of(object));
        });
        opened = read;
        return read;
    }

    private FrameKind kind(int imageIndex) throws IOException {
        List<ImageHeader.Place> frames = opened().header().frames();
        if (imageIndex < 0 || imageIndex >= frames.size()) {
            throw new IndexOutOfBoundsException("image " + imageIndex + " of " + frames.size());
        }
        return opened().header().kinds().get(frames.get(imageIndex).kind());
    }

    @Override
    public int getNumImages(boolean allowSearch) throws IOException {
        return opened().header().frames().size();
    }

    @Override
    public int getWidth(int imageIndex) throws IOException {
        return kind(imageIndex).columns();
    }

    @Override
    public int getHeight(int imageIndex) throws IOException {
        return kind(imageIndex).rows();
    }

    /** Width over height as the picture is to be shown: pixels need not be square (PS3.3 C.7.6.3.1.7). */
    @Override
    public float getAspectRatio(int imageIndex) throws IOException {
        FrameKind kind = kind(imageIndex);
        return (float) (kind.columns() / (kind.rows() * kind.pixelAspect()));
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int imageIndex) throws IOException {
        boolean colour = kind(imageIndex).format() == FrameKind.Format.RGB8;
        int type = colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        return List.of(ImageTypeSpecifier.createFromBufferedImageType(type)).iterator();
    }

    @Override
    public DicomImageReadParam getDefaultReadParam() {
        return new DicomImageReadParam();
    }

    @Override
    public BufferedImage read(int imageIndex, @Nullable ImageReadParam param) throws IOException {
        FrameKind kind = kind(imageIndex);
        Optional<Window> window = window(kind, param);
        ScreenImage screen = said(() -> window.isPresent()
                ? Screen.render(decode(imageIndex), kind, window.get())
                : Screen.render(decode(imageIndex), kind));
        BufferedImage target = getDestination(param, getImageTypes(imageIndex), screen.columns(), screen.rows());
        if (target.getSampleModel().getNumBands() != screen.samples()) {
            throw new IIOException("the destination has "
                    + target.getSampleModel().getNumBands() + " bands, expected " + screen.samples());
        }
        copy(Rasters.of(screen), param, target.getRaster(), target);
        return target;
    }

    @Override
    public boolean canReadRaster() {
        return true;
    }

    /** Stored values as they are in the file, in the photometric interpretation that they decode to. */
    @Override
    public Raster readRaster(int imageIndex, @Nullable ImageReadParam param) throws IOException {
        WritableRaster whole = Rasters.of(said(() -> decode(imageIndex)));
        Rectangle from = new Rectangle();
        Rectangle to = new Rectangle();
        computeRegions(param, whole.getWidth(), whole.getHeight(), null, from, to);
        if (from.equals(whole.getBounds()) && to.equals(from)) {
            return whole;
        }
        WritableRaster part = whole.createCompatibleWritableRaster(to.x + to.width, to.y + to.height);
        copy(whole, param, part, null);
        return part;
    }

    private static void copy(
            Raster source, @Nullable ImageReadParam param, WritableRaster target, @Nullable BufferedImage image) {
        Rectangle from = new Rectangle();
        Rectangle to = new Rectangle();
        computeRegions(param, source.getWidth(), source.getHeight(), image, from, to);
        checkReadParamBandSettings(
                param == null ? new ImageReadParam() : param, source.getNumBands(), target.getNumBands());
        int stepX = param == null ? 1 : param.getSourceXSubsampling();
        int stepY = param == null ? 1 : param.getSourceYSubsampling();
        Rasters.copy(source, from, stepX, stepY, target, to);
    }

    private StoredFrame decode(int imageIndex) throws IOException {
        FrameKind kind = kind(imageIndex);
        Opened known = opened();
        StoredFrame frame = Frames.decode(known.object(), known.object().source(), imageIndex + 1, Limits.STANDARD);
        if (frame.rows() != kind.rows() || frame.columns() != kind.columns()) {
            throw new IIOException("the frame is of another size than its header says");
        }
        return frame;
    }

    private static Optional<Window> window(FrameKind kind, @Nullable ImageReadParam param) {
        if (!(param instanceof DicomImageReadParam asked)) {
            return Optional.empty();
        }
        if (asked.voiIndex().isEmpty()) {
            return asked.window();
        }
        int index = asked.voiIndex().getAsInt();
        if (index >= kind.windows().size()) {
            throw new IllegalArgumentException(
                    "VOI index " + index + ": the frame has " + kind.windows().size() + " windows");
        }
        return Optional.of(kind.windows().get(index));
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int imageIndex) {
        return null;
    }

    @Override
    public void dispose() {
        opened = null;
        super.dispose();
    }
}
