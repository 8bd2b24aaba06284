// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.Tag;

/** The frame of every page: whose it is, what it is, its style. No script, nothing from elsewhere. */
public final class Page {
    /** The style of all pages, one constant, so that a server may allow it by its hash. */
    public static final String STYLE = String.join(
            "",
            ":root{color-scheme:light dark;--ink:#16202a;--soft:#55626f;--line:#c9d2da;--paper:#fff;--link:#0b5cad;--warn:#8a3b00}",
            "@media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a3b0bc;--line:#3a4650;--paper:#12181e;--link:#7fb8f5;--warn:#ffb27a}}",
            "*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}",
            "main,.head{max-width:60rem;margin:0 auto;padding:1rem}main.wide{max-width:none}.head{border-bottom:2px solid var(--line)}",
            "h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.2rem}h3,h4,h5,h6{font-size:1rem}h2,h3,h4,h5,h6{margin:1.25rem 0 .25rem}",
            "a{color:var(--link);display:inline-block;padding:.2rem 0}.soft,dt{color:var(--soft)}.warn{color:var(--warn);font-weight:600}",
            "dl{margin:.25rem 0;display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.25rem 1rem}dt{font-size:.9rem}dd{margin:0}dd dl{margin:0}.text{white-space:pre-wrap}",
            "section section{border-left:2px solid var(--line);padding-left:1rem}",
            "table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}th{color:var(--soft);font-weight:600}",
            ".scroll{overflow-x:auto}.scroll svg{display:block}",
            "@media(max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}section section{padding-left:.5rem}}",
            "@media print{:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--link:#000}main,.head{max-width:none;padding:0}.scroll{overflow:visible}tr,dd,svg{break-inside:avoid}h2,h3,h4{break-after:avoid}}");

    private Page() {}

    /** @param wide for pictures that have a true size */
    static String of(DataSet data, String title, boolean wide, Html body) {
        String[] names = {"lang=\"en\"", wide ? " class=\"wide\"" : ""};
        return new Html()
                .raw("<!DOCTYPE html>\n<html " + names[0] + "><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .raw("<style>" + STYLE + "</style></head><body><header class=\"head\">")
                .element("h1", title)
                .raw("<p class=\"patient\">")
                .text(patient(data))
                .raw("</p></header>\n<main" + names[1] + ">")
                .raw(body.toString())
                .raw("</main></body></html>\n")
                .toString();
    }

    /** Name, id, date of birth: what a page that was printed must say. */
    private static String patient(DataSet data) {
        List<String> parts = new ArrayList<>();
        parts.add(data.personName(Tag.PATIENT_NAME).map(PersonName::display).orElse("No name"));
        data.string(Tag.PATIENT_ID).ifPresent(id -> parts.add("ID " + id));
        Optional<String> born = data.string(Tag.PATIENT_BIRTH_DATE).map(Moments::date);
        born.ifPresent(date -> parts.add("born " + date));
        return String.join(" · ", parts);
    }
}
