// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.Route;

/** What there is, as WADL or JSON (PS3.18 8.9): made from the very rows that are served, so that neither says too much or too little. */
final class Capabilities {
    private static final String WADL = "application/vnd.sun.wadl+xml";
    static final List<String> MEDIA_TYPES = List.of(WADL, Answers.JSON);
    private static final String ROOT = "/dicom-web";

    private final List<Route> routes;

    /** @param routes read at each answer: rows may still be added */
    Capabilities(List<Route> routes) {
        this.routes = Collections.unmodifiableList(routes);
    }

    void describe(Context context) {
        for (MediaType range : Accepted.ranges(context)) {
            if (range.takes(WADL) || range.takes("application/xml")) {
                Answers.bytes(context, 200, WADL, wadl(Address.of(context)).getBytes(StandardCharsets.UTF_8));
                return;
            }
            if (range.takes(Answers.JSON) || range.takes(Accepted.DICOM_JSON)) {
                Answers.json(context, json(Address.of(context)));
                return;
            }
        }
        throw new Refused(ProblemKind.NOT_ACCEPTABLE, "It is given as " + String.join(" and ", MEDIA_TYPES) + ".");
    }

    private Map<String, List<Route>> resources() {
        Map<String, List<Route>> resources = new LinkedHashMap<>();
        routes.forEach(route -> resources
                .computeIfAbsent(route.path(), path -> new ArrayList<>())
                .add(route));
        return resources;
    }

    private Map<String, Object> json(Address address) {
        List<Map<String, Object>> all = new ArrayList<>();
        resources().forEach((path, rows) -> {
            List<Map<String, Object>> methods = new ArrayList<>();
            for (Route row : rows) {
                Described how = Described.of(row.method().name(), row.path());
                methods.add(Map.of(
                        "name", row.method().name(),
                        "parameters", how.parameters(),
                        "takes", how.takes(),
                        "gives", how.gives()));
            }
            all.add(Map.of("path", relative(path), "methods", methods));
        });
        return Map.of("base", address.root(), "resources", all);
    }

    private String wadl(Address address) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<application xmlns=\"http://wadl.dev.java.net/2009/02\">\n  <resources base=\"" + address.root()
                + "\">\n");
        resources().forEach((path, rows) -> {
            xml.append("    <resource path=\"").append(relative(path)).append("\">\n");
            rows.forEach(row -> method(xml, row));
            xml.append("    </resource>\n");
        });
        return xml.append("  </resources>\n</application>\n").toString();
    }

    private static void method(StringBuilder xml, Route row) {
        Described how = Described.of(row.method().name(), row.path());
        xml.append("      <method name=\"").append(row.method().name()).append("\">\n        <request>\n");
        how.parameters()
                .forEach(name ->
                        xml.append("          <param name=\"").append(name).append("\" style=\"query\"/>\n"));
        how.takes().forEach(type -> representation(xml, type));
        xml.append("        </request>\n        <response>\n");
        how.gives().forEach(type -> representation(xml, type));
        xml.append("        </response>\n      </method>\n");
    }

    private static void representation(StringBuilder xml, String type) {
        xml.append("          <representation mediaType=\"")
                .append(type.replace("\"", "&quot;"))
                .append("\"/>\n");
    }

    /** Relative to the base; WADL knows no rest of a path but as a parameter. */
    private static String relative(String path) {
        String plain = path.replace('<', '{').replace('>', '}');
        return plain.startsWith(ROOT) ? plain.substring(Math.min(plain.length(), ROOT.length() + 1)) : ".." + plain;
    }
}
