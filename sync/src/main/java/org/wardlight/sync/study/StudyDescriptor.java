// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.layer.LayerFacts;
import org.wardlight.rendering.measure.ValueTable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader.VideoFacts;
import org.wardlight.rendering.pixel.VoiTable;
import org.wardlight.sync.catalog.Arrival;

/**
 * Everything that a viewer needs to know of one study; from it every tile's address follows. JSON on the wire, in
 * lower camel case, absent facts as null. {@code server/src/test/resources/contract/study.json} is an example.
 *
 * @param study Study Instance UID
 * @param version changes whenever anything in the study changes
 * @param asOf when this copy last heard from its source, ISO 8601 in UTC; on a site, when the study last changed
 * @param correction why the patient is another than the objects name; null when it is not
 * @param date Study Date as yyyy-mm-dd
 * @param time Study Time as hh:mm
 * @param series in display order: by Series Number, then Series Instance UID
 * @param omitted objects that have no picture or are not shown, each with the reason in words
 * @param documents what is read rather than looked at: reports, letters, waveforms, plans
 * @param presentations presentation states that may be chosen
 * @param keyObjects selections of key images
 * @param layers what lies over frames: segmentations, dose, structures, parametric maps
 * @param arrival how much of the study was here; null in copies that an older program wrote
 */
public record StudyDescriptor(
        String study,
        String version,
        String asOf,
        Patient patient,
        @Nullable Correction correction,
        @Nullable String date,
        @Nullable String time,
        String description,
        @Nullable String accession,
        List<Series> series,
        List<Omitted> omitted,
        List<Document> documents,
        List<Presentation> presentations,
        List<KeyObject> keyObjects,
        List<Layer> layers,
        @Nullable Arriving arrival) {

    /** Copies that an older program wrote have no marks. */
    public StudyDescriptor {
        presentations = presentations == null ? List.of() : presentations;
        keyObjects = keyObjects == null ? List.of() : keyObjects;
        layers = layers == null ? List.of() : layers;
    }

    /**
     * @param name the alphabetic group of Patient's Name as "FAMILY, Given (Prefix)", else the next group that is not empty
     * @param otherNames the other groups (ideographic, phonetic) that are not empty
     * @param id Patient ID as stored
     * @param nhsNumber ten digits without spaces when the Patient ID is a valid NHS number, else null
     * @param birthDate yyyy-mm-dd
     * @param sex M, F, O or null
     */
    public record Patient(
            String name,
            List<String> otherNames,
            String id,
            @Nullable String issuer,
            @Nullable String nhsNumber,
            @Nullable String birthDate,
            @Nullable String sex) {}

    /**
     * @param kind {@code demographics}, {@code moved} or {@code merged}: of the last correction
     * @param by who made it, by name
     * @param at when, ISO 8601 in UTC
     * @param original whom the study was under first: the patient whom its objects name
     */
    public record Correction(String kind, String by, String at, Patient original) {}

    /**
     * @param series Series Instance UID
     * @param version changes whenever a frame of the series changes: part of a strip's address
     * @param kinds the distinct kinds of frame in this series
     * @param tables the VOI LUTs of its frames, each once, by the names that the kinds' {@code luts} use
     * @param valueTables the Real World Value LUTs of its frames, each once, by the names that the kinds' mappings use
     * @param instances the objects of this series
     * @param frames every frame in display order: by position along the slice normal, else by Instance Number and frame
     * @param grids the runs of frames that have several at each position: time points, echoes
     * @param strip how the strip sheets are laid out
     * @param frameTimeMs milliseconds a frame when the series is a cine, else null
     */
    public record Series(
            String series,
            String version,
            @Nullable Integer number,
            String modality,
            String description,
            @Nullable String bodyPart,
            List<FrameKind> kinds,
            Map<String, VoiTable> tables,
            Map<String, ValueTable> valueTables,
            List<Instance> instances,
            List<Frame> frames,
            List<Grid> grids,
            Strip strip,
            @Nullable Double frameTimeMs) {
        /** Copies that an older program wrote have neither value tables nor grids. */
        public Series {
            valueTables = valueTables == null ? Map.of() : valueTables;
            grids = grids == null ? List.of() : grids;
        }
    }

    /**
     * @param instance SOP Instance UID
     * @param version first eight hexadecimal digits of the object's SHA-256: part of a tile's address
     * @param video the stream that its frames are in, null when they are not of a video
     * @param frameTimeMs milliseconds a frame when the object is a cine, else null
     * @param frameTimesMs milliseconds from the frame before to each frame, the first 0; empty when all are alike
     */
    public record Instance(
            String instance,
            String version,
            @Nullable Integer number,
            @Nullable VideoFacts video,
            @Nullable Double frameTimeMs,
            List<Double> frameTimesMs) {
        /** Copies that an older program wrote have no frame times. */
        public Instance {
            frameTimesMs = frameTimesMs == null ? List.of() : frameTimesMs;
        }
    }

    /**
     * Frames {@code first} to {@code first + positions * times - 1} of the display order: all that are at one position follow each other, so that
     * time {@code t} at position {@code p} is frame {@code first + p * times + t}.
     *
     * @param clock what orders the frames at one position
     * @param ms milliseconds of each from the first, at the first position; empty where the clock counts and does not measure
     */
    public record Grid(int first, int positions, int times, Clock clock, List<Double> ms) {}

    /**
     * @param instance index into the series' instances
     * @param frame number of the frame in its object, from 1
     * @param kind index into the series' kinds
     * @param position Image Position (Patient) in millimetres, null when absent
     */
    public record Frame(
            int instance, int frame, int kind, @Nullable List<Double> position) {}

    /**
     * Sheet {@code k} holds the frames {@code k * perSheet} to {@code (k + 1) * perSheet - 1} of the display order in
     * cells of {@code cell} x {@code cell} pixels, row by row, {@code columns} a row; each thumbnail sits at the top left
     * of its cell, {@code max(1, round(cell * w / max(w, h)))} wide and the like high, where {@code w = columns} and
     * {@code h = rows * pixelAspect} of its frame.
     */
    public record Strip(int cell, int columns, int perSheet, int sheets) {}

    /**
     * A document, opened on a page of its own.
     *
     * @param version first eight hexadecimal digits of the object's SHA-256: part of the document's address
     * @param kind REPORT, PDF, CDA, STL, WAVEFORM, TEXT or OTHER
     * @param date yyyy-mm-dd
     * @param mediaType of what its address answers
     * @param bytes of an encapsulated document; 0 for a page that is made
     * @param series Series Instance UID
     * @param number Instance Number
     * @param pages more than one for long recordings
     */
    public record Document(
            String instance,
            String version,
            String kind,
            String title,
            @Nullable String date,
            String mediaType,
            long bytes,
            String series,
            @Nullable Integer number,
            int pages) {}

    /** An object of the study that is not among the frames. */
    public record Omitted(String instance, String sopClass, String reason) {}

    /**
     * A presentation state (PS3.3 A.33); what it says is at its own address.
     *
     * @param version first eight hexadecimal digits of the object's SHA-256
     * @param created ISO 8601 date or date and time, empty when not stated
     * @param frames what it is for
     */
    public record Presentation(
            String instance,
            String version,
            String label,
            String description,
            String creator,
            String created,
            List<SeriesFrames> frames) {}

    /** A key object selection (PS3.3 A.35.4). */
    public record KeyObject(
            String instance, String version, String title, String description, List<SeriesFrames> frames) {}

    /**
     * @param layer SOP Instance UID of the object that it comes from: part of its pictures' addresses
     * @param version of that object; a picture's version is the version of the frame's object, then this one
     * @param parts its legend
     * @param frames the frames that it says something of
     */
    public record Layer(
            String layer,
            String version,
            LayerFacts.Kind kind,
            String label,
            @Nullable String unit,
            List<LayerFacts.Part> parts,
            List<SeriesFrames> frames) {}

    /**
     * How much of a study is here: of the rows, not of the moment, so that the same rows give the same descriptor. While
     * {@code expected} is not {@code have}, a study whose last object came less than a minute ago is arriving.
     *
     * @param have how many objects are here
     * @param expected how many there are; null when nobody said
     * @param lastAt when the last one came, ISO 8601 in UTC; null when that was not noted
     */
    public record Arriving(
            int have, @Nullable Integer expected, @Nullable String lastAt) {
        public static Arriving of(Arrival arrival) {
            Instant at = arrival.lastAt();
            return new Arriving(
                    arrival.have(),
                    arrival.expected(),
                    at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /**
     * Some frames of one series.
     *
     * @param series index into the study's series
     * @param frames indexes into that series' frames, ascending
     */
    public record SeriesFrames(int series, List<Integer> frames) {}
}
