// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.slide.Slide;
import org.wardlight.rendering.slide.SlideLevel.Member;
import org.wardlight.sync.catalog.InstanceRecord;

/**
 * A slide of a series: one picture whose tiles come from several objects.
 *
 * @param instances the objects of the series that are shown; members of the slide count in them
 */
public record ShownSlide(Slide slide, List<InstanceRecord> instances) {
    /** The slides that these objects hold. */
    static List<ShownSlide> of(List<InstanceRecord> shown) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            SlidePart part = DisplaySeries.header(shown.get(i)).slide();
            if (part != null) {
                members.add(new Member(i, part));
            }
        }
        return Slide.of(members).stream()
                .map(slide -> new ShownSlide(slide, shown))
                .toList();
    }

    /** The object by which the picture is asked for. */
    public InstanceRecord instance() {
        return instances.get(slide.object());
    }

    /** All objects that tiles come from. */
    public List<InstanceRecord> members() {
        return slide.levels().stream()
                .flatMap(level -> level.members().stream())
                .map(member -> instances.get(member.object()))
                .toList();
    }

    /** What a frame of the picture is, from 1. */
    public FrameKind kind(int frame) {
        FrameKind tile = DisplaySeries.header(instance()).kinds().get(0);
        return slide.kind(tile, frame - 1);
    }

    /** What one frame of a member is. */
    public FrameKind tileKind(Member member) {
        return DisplaySeries.header(instances.get(member.object())).kinds().get(0);
    }

    /** Eight hexadecimal digits that change with any of the objects. */
    public String version() {
        Digest digest = new Digest();
        members().forEach(member -> digest.add(member.blob().hex()));
        return digest.shortHex();
    }
}
