// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The narrative block of a CDA section: a small set of elements becomes HTML of the same meaning, of others the text remains. */
final class CdaNarrative {
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("paragraph", "p"),
            Map.entry("item", "li"),
            Map.entry("thead", "thead"),
            Map.entry("tbody", "tbody"),
            Map.entry("tfoot", "tfoot"),
            Map.entry("tr", "tr"),
            Map.entry("th", "th"),
            Map.entry("td", "td"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("footnote", "small"));

    private CdaNarrative() {}

    static void write(Html body, Element block) {
        body.raw("<div>");
        children(body, block);
        body.raw("</div>");
    }

    private static void children(Html body, Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                body.text(text.getData());
            } else if (node instanceof Element element) {
                element(body, element);
            }
        }
    }

    private static void element(Html body, Element element) {
        String name = element.getLocalName();
        switch (name) {
            case "br" -> body.raw("<br>");
            case "table" -> wrapped(body, "<div class=\"scroll\"><table>", element, "</table></div>");
            case "list" -> {
                String list = "ordered".equals(element.getAttribute("listType")) ? "ol" : "ul";
                wrapped(body, "<" + list + ">", element, "</" + list + ">");
            }
            case "caption" -> {
                boolean ofTable = "table".equals(element.getParentNode().getLocalName());
                wrapped(body, ofTable ? "<caption>" : "<strong>", element, ofTable ? "</caption>" : "</strong> ");
            }
            case "content" -> content(body, element);
            case "renderMultiMedia" -> {
                body.raw("<em>").text("[a picture that is not shown here]").raw("</em>");
                children(body, element);
            }
            default -> same(body, element, SAME.get(name));
        }
    }

    private static void same(Html body, Element element, @org.jspecify.annotations.Nullable String html) {
        if (html == null) {
            children(body, element);
        } else {
            wrapped(
                    body,
                    "<" + html + span(element, "colspan") + span(element, "rowspan") + ">",
                    element,
                    "</" + html + ">");
        }
    }

    /** Deleted text of a revised document stays readable as such. */
    private static void content(Html body, Element element) {
        String style = element.getAttribute("styleCode");
        String html = "delete".equals(element.getAttribute("revised"))
                ? "del"
                : style.contains("Bold") ? "strong" : style.contains("Italics") ? "em" : "span";
        wrapped(body, "<" + html + ">", element, "</" + html + ">");
    }

    private static void wrapped(Html body, String before, Element element, String after) {
        body.raw(before);
        children(body, element);
        body.raw(after);
    }

    private static String span(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.matches("[1-9]\\d{0,2}") ? " " + attribute + "=\"" + value + "\"" : "";
    }
}
