// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.http.Listen;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.keep.Copy;
import org.wardlight.sync.transfer.SiteAccess;
import org.wardlight.sync.transfer.SiteClient;

/** A laptop keeps what it may as long as it may, and tells the site. */
class UpstreamPinsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");
    private static final Fixtures CT = Fixtures.ct().slices(1);
    private static final String STUDY = CT.studyUid();

    private Node laptop;

    @BeforeEach
    void fill() throws Exception {
        laptop = Wiring.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
        laptop.ingester().ingest(IngestItem.stream("x", new ByteArrayInputStream(CT.bytes(0))));
        laptop.catalog().putPin(new Pin(STUDY, "exact", Pin.State.COMPLETE, 1, 1, 9, 9, null, NOW));
    }

    @AfterEach
    void close() throws Exception {
        laptop.close();
    }

    @Test
    void what_has_ended_is_gone_before_anything_is_served_though_the_site_is_away() throws Exception {
        laptop.keeps().leases().put(STUDY, NOW);
        laptop.keeps().leases().put("1.2.3", NOW.plusSeconds(60));
        SiteAccess away = SiteAccess.open(URI.create("http://127.0.0.1:9/"));
        try (UpstreamPins pins = UpstreamPins.start(away, laptop, Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(pins.all()).isEmpty();
            assertThat(laptop.catalog().study(STUDY)).isEmpty();
            assertThat(pins.leases()).containsOnlyKeys("1.2.3");
        }
    }

    @Test
    void the_site_hears_what_is_kept_and_until_when() throws Exception {
        laptop.keeps().leases().put(STUDY, NOW.plusSeconds(60));
        try (Node site = Wiring.inMemory(Clock.systemUTC());
                HttpServer server = HttpServer.start(
                        Listen.onLoopback("127.0.0.1", 0),
                        false,
                        site.services("1.2.3", Optional.empty(), DicomNode.silent(site)))) {
            SiteAccess access = SiteAccess.open(URI.create("http://127.0.0.1:" + server.port() + "/"));
            new CopyReport(SiteClient.of(access), laptop).tell();
            assertThat(site.keeps().copies().all()).singleElement().satisfies(copy -> {
                assertThat(copy.owner()).isEqualTo("local");
                assertThat(copy.name()).isEqualTo("This computer");
                assertThat(copy.studies()).containsExactly(new Copy.Kept(STUDY, true, NOW.plusSeconds(60)));
            });
        }
    }
}
