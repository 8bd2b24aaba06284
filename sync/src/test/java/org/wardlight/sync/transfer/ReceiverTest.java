// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.study.StudyDescriptors;

class ReceiverTest {
    private static final BackOff QUICK = new BackOff(Duration.ofMillis(4), Duration.ofMillis(50), 6);

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private TestSite site;

    @BeforeEach
    void start() throws IOException {
        site = new TestSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_study_arrives_whole_verified_and_renderable() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 20, 64);
        List<Pin> seen = new ArrayList<>();
        Receiver.Outcome outcome = receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, seen::add);
        assertComplete(Purpose.ORIGINAL);
        assertThat(outcome.breaks()).isZero();
        assertThat(seen).filteredOn(pin -> pin.state() == Pin.State.COMPLETE).hasSize(1);
        assertThat(seen.get(seen.size() - 1).state()).isEqualTo(Pin.State.COMPLETE);
        assertThat(new StudyDescriptors(catalog)
                        .of(TestStudy.STUDY)
                        .orElseThrow()
                        .series())
                .isEqualTo(new StudyDescriptors(site.catalog)
                        .of(TestStudy.STUDY)
                        .orElseThrow()
                        .series());
    }

    @Test
    void a_copy_of_a_study_that_is_not_whole_at_the_site_is_not_whole_either() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 20, 64);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertThat(catalog.arrivals(List.of(TestStudy.STUDY)).get(0).isSettled())
                .isTrue();
        site.catalog.expect(TestStudy.STUDY, 25);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertThat(catalog.arrivals(List.of(TestStudy.STUDY)).get(0).missing()).isEqualTo(5);
    }

    @Test
    void a_study_that_is_here_costs_one_small_request() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 20, 64);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        int before = site.requests.size();
        Receiver.Outcome again = receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertThat(site.requests).hasSize(before);
        assertThat(again.wireBytes()).isLessThan(3000);
    }

    @Test
    void over_a_link_that_keeps_breaking_hardly_a_byte_comes_twice() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 60, 256);
        BadLink.Faults faults = new BadLink.Faults(Duration.ofMillis(5), 0, 375_000, Duration.ZERO);
        long perfect;
        try (BadLink good = new BadLink(site.address(), BadLink.Faults.NONE)) {
            receiverTo(new MemoryBlobs(), new MemoryCatalog(Clock.systemUTC()), good.base())
                    .fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
            perfect = good.passed();
        }
        try (BadLink bad = new BadLink(site.address(), faults)) {
            Receiver.Outcome outcome = receiver(bad.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
            assertComplete(Purpose.ORIGINAL);
            assertThat(bad.resets()).isGreaterThan(5);
            assertThat(bad.passed()).isLessThan(perfect * 103 / 100);
            assertThat(outcome.wireBytes()).isLessThan(perfect * 103 / 100);
        }
    }

    @Test
    void all_arrives_though_every_connection_is_cut_within_milliseconds() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 10, 128);
        BadLink.Faults faults = new BadLink.Faults(Duration.ZERO, 400_000, 0, Duration.ofMillis(60));
        try (BadLink link = new BadLink(site.address(), faults)) {
            receiver(link.base(), 0).fetch(TestStudy.STUDY, Purpose.EXACT, pin -> {});
            assertComplete(Purpose.EXACT);
            assertThat(link.resets()).isPositive();
        }
    }

    @Test
    void the_descriptor_comes_first_and_many_blobs_come_in_one_request() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 100, 32);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.EXACT, pin -> {});
        Manifest manifest = site.manifests.of(TestStudy.STUDY, Purpose.EXACT).orElseThrow();
        assertThat(site.requests.get(0).blobs().get(0).hash())
                .isEqualTo(manifest.blobs().get(0).hash());
        assertThat(site.requests).hasSizeLessThanOrEqualTo(3);
        assertThat(site.requests)
                .allSatisfy(request -> assertThat(request.blobs()).hasSizeLessThanOrEqualTo(256));
    }

    @Test
    void a_stream_with_flipped_bits_never_makes_a_wrong_blob() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 12, 64);
        Random random = new Random(3);
        AtomicInteger flips = new AtomicInteger();
        site.tamper = bytes -> {
            if (random.nextInt(8) == 0) {
                flips.incrementAndGet();
                bytes[random.nextInt(bytes.length)] ^= 4;
            }
            return bytes;
        };
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertThat(flips).hasPositiveValue();
        assertComplete(Purpose.ORIGINAL);
    }

    @Test
    void a_blob_that_always_comes_damaged_ends_the_copy_with_a_reason() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 3, 16);
        site.tamper = bytes -> {
            bytes[bytes.length - 1] ^= 1;
            return bytes;
        };
        assertThatThrownBy(() -> receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {}))
                .isInstanceOf(TransferException.class);
        assertThat(catalog.pin(TestStudy.STUDY).orElseThrow().state()).isEqualTo(Pin.State.FAILED);
    }

    @Test
    void a_study_that_the_site_does_not_have_is_said_so() {
        assertThatThrownBy(() -> receiver(site.base(), 0).fetch("2.25.1", Purpose.ORIGINAL, pin -> {}))
                .isInstanceOf(TransferException.NotThere.class);
    }

    @Test
    void a_site_that_is_gone_is_given_up_after_bounded_attempts_and_the_pin_says_so() {
        URI gone = site.base();
        site.close();
        assertThatThrownBy(() -> receiver(gone, 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {}))
                .isInstanceOf(TransferException.Unavailable.class);
        Pin pin = catalog.pin(TestStudy.STUDY).orElseThrow();
        assertThat(pin.state()).isEqualTo(Pin.State.WAITING);
        assertThat(pin.error()).isNotBlank();
    }

    @Test
    void each_wait_for_a_site_that_is_gone_is_told_with_its_reason() {
        List<String> told = new ArrayList<>();
        Receiver.Progress listener = new Receiver.Progress() {
            @Override
            public void at(Pin pin) {}

            @Override
            public void waits(String reason, Duration wait) {
                assertThat(wait).isLessThanOrEqualTo(QUICK.longest());
                told.add(reason);
            }
        };
        assertThatThrownBy(() -> receiver(URI.create("http://127.0.0.1:1/"), 0)
                        .fetch(TestStudy.STUDY, Purpose.ORIGINAL, listener))
                .isInstanceOf(TransferException.Unavailable.class);
        assertThat(told)
                .hasSize(QUICK.attempts() - 1)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void a_complete_copy_stays_complete_when_the_site_is_out_of_reach() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 3, 16);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        Pin before = catalog.pin(TestStudy.STUDY).orElseThrow();
        URI gone = site.base();
        site.close();
        assertThatThrownBy(() -> receiver(gone, 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {}))
                .isInstanceOf(TransferException.Unavailable.class);
        assertThat(catalog.pin(TestStudy.STUDY)).contains(before);
    }

    @Test
    void strips_that_came_are_not_rendered_again() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 3, 16);
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertThat(catalog.renditions(TestStudy.STUDY))
                .filteredOn(row -> row.kind().equals("strip"))
                .isEqualTo(site.catalog.renditions(TestStudy.STUDY).stream()
                        .filter(row -> row.kind().equals("strip"))
                        .toList());
    }

    @Test
    void pausing_stops_the_copy_and_going_on_finishes_it() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 30, 128);
        Receiver.Progress pauseSoon = pin -> {
            if (pin.have() > 2 && pin.state() == Pin.State.FETCHING) {
                catalog.putPin(new Pin(
                        pin.study(),
                        pin.purpose(),
                        Pin.State.PAUSED,
                        pin.have(),
                        pin.of(),
                        pin.haveBytes(),
                        pin.ofBytes(),
                        null,
                        pin.at()));
            }
        };
        assertThatThrownBy(() -> receiver(site.base(), 300_000).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pauseSoon))
                .isInstanceOf(TransferException.Stopped.class);
        Pin paused = catalog.pin(TestStudy.STUDY).orElseThrow();
        assertThat(paused.state()).isEqualTo(Pin.State.PAUSED);
        assertThat(paused.have()).isLessThan(paused.of());
        receiver(site.base(), 0).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        assertComplete(Purpose.ORIGINAL);
    }

    @Test
    void a_cap_is_kept_within_a_tenth() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 10, 128);
        long begun = System.nanoTime();
        Receiver.Outcome outcome = receiver(site.base(), 150_000).fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(outcome.wireBytes() / seconds).isLessThan(150_000 * 1.1);
    }

    private void assertComplete(Purpose purpose) throws IOException {
        Manifest manifest = site.manifests.of(TestStudy.STUDY, purpose).orElseThrow();
        for (Manifest.Entry entry : manifest.blobs()) {
            assertThat(blobs.size(entry.blob())).hasValue(entry.bytes());
        }
        Pin pin = catalog.pin(TestStudy.STUDY).orElseThrow();
        assertThat(pin.state()).isEqualTo(Pin.State.COMPLETE);
        assertThat(pin.have())
                .isEqualTo(new HashSet<>(manifest.blobs().stream()
                                .map(Manifest.Entry::hash)
                                .toList())
                        .size());
        assertThat(pin.haveBytes()).isEqualTo(manifest.bytes());
    }

    private Receiver receiver(URI base, long bytesPerSecond) {
        return receiver(blobs, catalog, base, bytesPerSecond);
    }

    private static Receiver receiverTo(MemoryBlobs blobs, MemoryCatalog catalog, URI base) {
        return receiver(blobs, catalog, base, 0);
    }

    private static Receiver receiver(MemoryBlobs blobs, MemoryCatalog catalog, URI base, long bytesPerSecond) {
        Arrivals arrivals = originals -> TestStudy.catalogue(blobs, catalog, originals);
        return new Receiver(
                SiteClient.of(base),
                new Receiver.Local(blobs, blobs, catalog, arrivals),
                new Receiver.Settings(QUICK, bytesPerSecond),
                Pace.real(new Random(1)));
    }
}
