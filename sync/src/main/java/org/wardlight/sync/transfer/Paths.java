// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.rendition.RenditionCache;

/** The HTTP paths at which a viewer asks for what a manifest names. UIDs need no escaping (PS3.5 9.1). */
final class Paths {
    private static final Pattern STRIP =
            Pattern.compile("/api/v1/series/([0-9.]+)/strips/([0-9]{1,6})\\?v=([0-9a-f]+)");

    private Paths() {}

    /** The key under which a copy keeps what came for such a path. */
    static String key(String study, Manifest.Entry entry) {
        Matcher strip = STRIP.matcher(entry.path());
        return strip.matches()
                ? RenditionCache.stripKey(study, strip.group(1), strip.group(3), Integer.parseInt(strip.group(2)))
                : "fetched" + entry.path();
    }

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

    static String document(String instance, int page, String version) {
        return "/api/v1/instances/" + instance + "/document?v=" + version + (page == 1 ? "" : "&page=" + page);
    }

    static String video(String instance, String version) {
        return "/api/v1/instances/" + instance + "/video?v=" + version;
    }

    static String presentation(String instance, String version) {
        return "/api/v1/presentations/" + instance + "?v=" + version;
    }

    /** @param version as {@link org.wardlight.sync.rendition.LayerSource#version} makes it */
    static String layer(String instance, int frame, String layer, String version) {
        return "/api/v1/instances/" + instance + "/frames/" + frame + "/layers/" + layer + "?v=" + version;
    }

    static String original(String study, String series, String instance) {
        return "/dicom-web/studies/" + study + "/series/" + series + "/instances/" + instance;
    }
}
