// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.EncapsulatedPixelData;
import org.wardlight.rendering.dicom.TransferSyntax;

/** Objects whose pixel data are coded in another way than their transfer syntax says. */
public final class Miscalled {
    private Miscalled() {}

    /** Said of an object that is shown all the same, by what its codestreams prove. */
    static List<String> notices(DicomObject object) {
        return object.miscalled().map(stated -> words(object, stated)).stream().toList();
    }

    private static String words(DicomObject object, TransferSyntax stated) {
        return "the file states " + stated.name() + ", but its pixel data are "
                + object.syntax().name() + ": shown as that";
    }

    /**
     * @throws MalformedDicom when pixel data lie in fragments under a syntax that has none, and nothing proves what they are
     */
    public static void refuse(DicomObject object) {
        boolean fragments = object.pixelData()
                .filter(EncapsulatedPixelData.class::isInstance)
                .isPresent();
        if (fragments && !object.syntax().encapsulated()) {
            throw new MalformedDicom("the pixel data lie in fragments, but the transfer syntax "
                    + object.syntax().name() + " has none, and they begin like no codestream that is known");
        }
    }
}
