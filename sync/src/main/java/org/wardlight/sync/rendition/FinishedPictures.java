// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.finish.AnnotationText;
import org.wardlight.rendering.finish.EmbeddedProfile;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.rendering.finish.Finishing;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.Screen;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.Reference;
import org.wardlight.rendering.present.StatedPicture;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.Picture;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;

/**
 * Pictures for files that carry more than a frame: words, a part alone, a profile, the look that a presentation state says. Made anew each
 * time. The identity of all objects is checked before anything is drawn. Thread-safe; states are drawn one at a time, since their frames
 * are not counted among those that are decoded for tiles.
 */
public final class FinishedPictures {
    private final Catalog catalog;
    private final Blobs blobs;
    private final OutgoingIdentity outgoing;
    private final IdentityCheck identities;
    private final RenditionCache renditions;
    private final Semaphore drawing = new Semaphore(1, true);

    FinishedPictures(Catalog catalog, Blobs blobs, IdentityCheck identities, RenditionCache renditions) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.outgoing = new OutgoingIdentity(catalog.amendments());
        this.identities = identities;
        this.renditions = renditions;
    }

    /**
     * What is wanted.
     *
     * @param window in rescaled units; null: as the frame is shown at first, or as the state says
     * @param state SOP Instance UID of a presentation state of the same study; null for none
     * @param patient whether the words of {@link AnnotationText#patient} are burned in, of whom the study is under now
     * @param technique whether those of {@link AnnotationText#technique} are
     * @param profile whether a colour picture carries its profile
     */
    public record Wanted(
            Finish finish,
            @Nullable Window window,
            @Nullable String state,
            boolean patient,
            boolean technique,
            boolean profile) {}

    /** An image that a presentation state is for. */
    public record Subject(LocatedInstance image, int frame) {}

    /** The first image of its own study that a presentation state names; empty when it is none, or none of its images is here. */
    public Optional<Subject> subjectOf(LocatedInstance state) throws IOException {
        if (!PresentationStates.reads(state.instance().sopClass())) {
            return Optional.empty();
        }
        identities.check(state);
        for (Reference one : state(state).references()) {
            Optional<LocatedInstance> image = catalog.instance(one.instance())
                    .filter(found -> found.study().equals(state.study()))
                    .filter(found -> found.instance().omitted().isEmpty());
            if (image.isPresent()) {
                int frame = one.frames().isEmpty() ? 1 : one.frames().get(0);
                return Optional.of(new Subject(image.get(), frame));
            }
        }
        return Optional.empty();
    }

    /** One picture; {@code frame} from 1. */
    public Rendered picture(LocatedInstance image, int frame, Wanted wanted) throws IOException {
        Finish finish = wanted.finish();
        BufferedImage drawn =
                wanted.state() == null ? plain(image, frame, wanted) : stated(image, frame, wanted, wanted.state());
        byte[] file =
                Finishing.file(drawn, wanted.patient() || wanted.technique() ? worded(image, frame, wanted) : finish);
        byte[] bytes = wanted.profile() ? EmbeddedProfile.in(file) : file;
        return new Rendered(
                bytes, finish.type().mediaType(), BlobHash.hashing(bytes).hex());
    }

    private BufferedImage plain(LocatedInstance image, int frame, Wanted wanted) throws IOException {
        Finish finish = wanted.finish();
        boolean whole = finish.part() == null;
        Picture asked = new Picture(
                Picture.Type.PNG, 100, wanted.window(), whole ? finish.width() : 0, whole ? finish.height() : 0);
        BufferedImage drawn = ImageIO.read(
                new ByteArrayInputStream(renditions.picture(image, frame, asked).bytes()));
        if (drawn == null) {
            throw new IOException("a picture of our own cannot be read");
        }
        return drawn;
    }

    private Finish worded(LocatedInstance image, int frame, Wanted wanted) throws IOException {
        DataSet data = open(
                image.instance().blob(), object -> outgoing.of(image, object).data());
        int frames = image.instance().header() == null
                ? 1
                : image.instance().header().frames().size();
        Finish finish = wanted.finish();
        return new Finish(
                finish.type(),
                finish.quality(),
                finish.part(),
                finish.width(),
                finish.height(),
                wanted.patient() ? AnnotationText.patient(data) : List.of(),
                wanted.technique() ? AnnotationText.technique(data, frame, frames) : List.of());
    }

    private BufferedImage stated(LocatedInstance image, int frame, Wanted wanted, String uid) throws IOException {
        LocatedInstance located = catalog.instance(uid)
                .filter(found -> found.study().equals(image.study()))
                .filter(found -> found.instance().standing() == Standing.SOUND)
                .filter(found -> PresentationStates.reads(found.instance().sopClass()))
                .orElseThrow(() -> new NotFound(What.INSTANCE));
        Target target = Target.of(catalog, image, frame);
        identities.check(target);
        identities.check(located);
        if (target.slide().isPresent()) {
            throw new Unsupported("presentation states are not drawn over slides");
        }
        DicomObject own = open(located.instance().blob(), object -> object);
        PresentationState state = PresentationStates.of(own);
        if (!state.isFor(image.instance().instance(), frame)) {
            throw new NotFound(What.INSTANCE);
        }
        drawing.acquireUninterruptibly();
        try {
            return open(
                    image.instance().blob(),
                    object -> drawn(object, frame, target.kind(), wanted.window(), state, own.data()));
        } finally {
            drawing.release();
        }
    }

    private static BufferedImage drawn(
            DicomObject object,
            int frame,
            FrameKind kind,
            @Nullable Window window,
            PresentationState state,
            DataSet data)
            throws IOException {
        StoredFrame stored = Frames.decode(object, object.source(), frame, Limits.STANDARD);
        ScreenImage plain = window == null ? Screen.render(stored, kind) : Screen.render(stored, kind, window);
        ScreenImage screen =
                window == null ? StatedPicture.presented(state, object, stored, kind, frame, plain) : plain;
        return StatedPicture.over(screen, state, data, object, kind, frame);
    }

    private PresentationState state(LocatedInstance state) throws IOException {
        return open(state.instance().blob(), PresentationStates::of);
    }

    private <T> T open(BlobHash blob, Use<T> use) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            return use.of(DicomReader.read(source, Limits.STANDARD));
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(DicomObject object) throws IOException;
    }
}
