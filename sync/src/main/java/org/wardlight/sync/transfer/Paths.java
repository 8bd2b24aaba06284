// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.Locale;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;

/** The HTTP paths at which a viewer asks for what a manifest names. UIDs need no escaping (PS3.5 9.1). */
final class Paths {
    private Paths() {}

    static String descriptor(String study) {
        return "/api/v1/studies/" + study;
    }

    static String strip(String series, int sheet, String version) {
        return "/api/v1/series/" + series + "/strips/" + sheet + "?v=" + version;
    }

    static String tile(String instance, int frame, Rendition rendition, TileAddress address, String version) {
        return "/api/v1/instances/" + instance + "/frames/" + frame + "/"
                + rendition.name().toLowerCase(Locale.ROOT) + "/" + address.level() + "/" + address.row() + "/"
                + address.column() + "?v=" + version;
    }

    static String original(String study, String series, String instance) {
        return "/dicom-web/studies/" + study + "/series/" + series + "/instances/" + instance;
    }
}
