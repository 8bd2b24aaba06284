// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;

/**
 * Where an element stands in the nesting, fit for an address: {@code 54000100/1/54001010} is (5400,1010) in the first item of
 * (5400,0100).
 *
 * @param steps sequence tag, item from 1, and so on; the last is the element's own tag
 */
public record ElementPath(List<Integer> steps) {
    static final ElementPath ROOT = new ElementPath(List.of());
    private static final int LONGEST = 32 * 18;

    public ElementPath {
        steps = List.copyOf(steps);
    }

    /** The path that {@link #toString} wrote; empty when the text is none. */
    public static Optional<ElementPath> parse(String text) {
        if (!text.matches("[0-9A-F]{8}(/[1-9][0-9]{0,8}/[0-9A-F]{8})*") || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Integer> steps = new ArrayList<>();
        for (String step : text.split("/")) {
            boolean tag = steps.size() % 2 == 0;
            steps.add(tag ? Integer.parseUnsignedInt(step, 16) : Integer.parseInt(step));
        }
        return Optional.of(new ElementPath(steps));
    }

    /** The element that stands there. */
    public Optional<Element> find(DataSet data) {
        DataSet level = data;
        for (int i = 0; i + 1 < steps.size(); i += 2) {
            List<DataSet> items = level.items(steps.get(i));
            int item = steps.get(i + 1);
            if (item > items.size()) {
                return Optional.empty();
            }
            level = items.get(item - 1);
        }
        return steps.isEmpty() ? Optional.empty() : level.element(steps.get(steps.size() - 1));
    }

    ElementPath with(int step) {
        List<Integer> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ElementPath(longer);
    }

    /** How deep the element stands in sequences: 0 at the top. */
    public int depth() {
        return steps.size() / 2;
    }

    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            texts.add(i % 2 == 0 ? "%08X".formatted(steps.get(i)) : Integer.toString(steps.get(i)));
        }
        return texts.stream().collect(Collectors.joining("/"));
    }
}
