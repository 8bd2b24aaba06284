// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.MemoryByteSource;

/** Names the DICOM reader to Image I/O. Takes a file only when it is DICOM beyond doubt. */
public final class DicomImageReaderSpi extends ImageReaderSpi {
    /** Enough to know: a picture of another format is not to be read whole for it. */
    private static final int HEAD = 1024;

    private static final String[] NAMES = {"dicom", "DICOM"};
    private static final String[] SUFFIXES = {"dcm", "dic", "dicom"};
    private static final String[] TYPES = {"application/dicom"};

    public DicomImageReaderSpi() {
        super(
                "Wardlight",
                "0.1",
                NAMES,
                SUFFIXES,
                TYPES,
                DicomImageReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object input) throws IOException {
        if (!(input instanceof ImageInputStream stream)) {
            return false;
        }
        stream.mark();
        try {
            byte[] head = new byte[HEAD];
            int length = 0;
            for (int read = 0; read >= 0 && length < HEAD; length += Math.max(0, read)) {
                read = stream.read(head, length, HEAD - length);
            }
            return DicomReader.recognises(new MemoryByteSource(Arrays.copyOf(head, length)));
        } finally {
            stream.reset();
        }
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
        return new DicomImageReader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "DICOM images as a screen shows them (PS3.3 C.11, PS3.5, PS3.10)";
    }
}
