// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.RenditionException;
import org.wardlight.sync.study.StudyDescriptor;

/** The documents of a study in a manifest. */
final class DocumentEntries {
    /** Of a recording of a day, the first pages: the rest needs the network. */
    private static final int MOST_PAGES = 30;

    private DocumentEntries() {}

    static List<Manifest.Entry> of(StudyRecord record, StudyDescriptor descriptor, RenditionCache renditions)
            throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (StudyDescriptor.Document document : descriptor.documents()) {
            LocatedInstance located =
                    new LocatedInstance(descriptor.study(), document.series(), instance(record, document.instance()));
            for (int page = 1; page <= Math.min(MOST_PAGES, document.pages()); page++) {
                Optional<RenditionRecord> row = kept(located, page, renditions);
                if (row.isPresent()) {
                    String path = Paths.document(document.instance(), page, document.version());
                    entries.add(new Manifest.Entry(
                            row.get().blob().hex(), row.get().bytes(), BlobKind.DOCUMENT, path, null));
                }
            }
        }
        return entries;
    }

    /** Empty for one that cannot be opened: the viewer that asks for it is told why. */
    private static Optional<RenditionRecord> kept(LocatedInstance located, int page, RenditionCache renditions)
            throws IOException {
        try {
            return Optional.of(renditions.await(renditions.documents().keep(located, page)));
        } catch (RenderingException | RenditionException.IdentityMismatch notShown) {
            return Optional.empty();
        }
    }

    private static InstanceRecord instance(StudyRecord record, String uid) {
        return record.series().stream()
                .flatMap(series -> series.instances().stream())
                .filter(one -> one.instance().equals(uid))
                .findFirst()
                .orElseThrow();
    }
}
