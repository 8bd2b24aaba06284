// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilitiesTest {
    private FilledServer server;

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_description_is_wadl_and_names_every_resource_with_its_methods() throws Exception {
        Answer answer =
                server.get("/dicom-web/capabilities", "X-Forwarded-Host: images.example", "X-Forwarded-Proto: https");
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.sun.wadl+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
        NodeList resources = document.getElementsByTagName("resource");
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < resources.getLength(); i++) {
            paths.add(((Element) resources.item(i)).getAttribute("path"));
        }
        assertThat(paths)
                .contains(
                        "studies",
                        "studies/{study}/series/{series}/instances/{instance}/frames/{frames}",
                        "studies/{study}/rendered",
                        "capabilities")
                .doesNotHaveDuplicates();
        assertThat(((Element) document.getElementsByTagName("resources").item(0)).getAttribute("base"))
                .isEqualTo("https://images.example/dicom-web");
        assertThat(answer.text()).contains("<method name=\"POST\">", "fuzzymatching", "application/dicom+json");
    }

    @Test
    void json_comes_to_who_asks_for_it_and_options_answers_the_same() throws Exception {
        var json = server.get("/dicom-web/capabilities", "Accept: application/json")
                .json();
        assertThat(json.get("resources").size()).isGreaterThan(15);
        Answer options = server.send("OPTIONS", "/dicom-web", new byte[0], "Accept: application/json");
        assertThat(options.json()).isEqualTo(json);
        assertThat(server.send("OPTIONS", "/dicom-web/", new byte[0]).header("Content-Type"))
                .isEqualTo("application/vnd.sun.wadl+xml");
    }

    @Test
    void another_form_is_refused_in_words() throws Exception {
        Answer answer = server.get("/dicom-web/capabilities", "Accept: image/png");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.json().get("detail").asText()).contains("application/vnd.sun.wadl+xml");
    }
}
