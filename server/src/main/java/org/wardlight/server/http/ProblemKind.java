// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.Locale;

/** Every problem that the server answers: the one place that knows status, title and words. The code is the constant's name. */
public enum ProblemKind {
    BAD_PARAMETER(
            400,
            "A parameter is not valid",
            "A part of the address or of the query has a form that is not known here."),
    NO_KEY_KNOWN(
            400,
            "Nothing to search by",
            "None of the parameters can be matched in a search of this level, and everything is not what was asked for."),
    BAD_BODY(
            400,
            "The request body is not valid",
            "The body of the request does not have the form that this address takes."),
    NOT_FOUND(404, "Nothing is here", "There is nothing at this address."),
    STUDY_NOT_FOUND(404, "No such study", "This study is not here. It may have been moved or removed."),
    STUDY_DELETED(410, "The study was deleted", "An administrator deleted this study. Copies of it are to be removed."),
    NOT_AT_A_COPY(
            409,
            "Not on this computer",
            "This computer holds copies of a site's studies. Add, delete or correct them at the site; copies follow."),
    NOT_ON_YOUR_LISTS(
            404,
            "Not on your lists",
            "This study is not here, or it is on none of the lists that you may see. An administrator can change that."),
    LIST_NOT_FOUND(404, "No such list", "There is no list of that name, or you may not see it."),
    LIST_NOT_VALID(
            400,
            "Not a list",
            "A list has a name of 1 to 64 characters without a slash, and at most 2,000 identifiers, one a line."),
    RULE_NOT_VALID(
            400,
            "Not a rule",
            "A rule names a ward, modalities or a referring physician, and looks back 1 to 90 days."),
    SERIES_NOT_FOUND(404, "No such series", "This series is not here. It may have been moved or removed."),
    INSTANCE_NOT_FOUND(404, "No such image", "This image is not here. It may have been moved or removed."),
    TILE_NOT_FOUND(404, "No such tile", "The image has no such frame, level, row or column."),
    FRAME_NOT_FOUND(404, "No such frame", "The image has fewer frames than that."),
    LAYER_NOT_FOUND(404, "No such layer", "Nothing of that name lies over this frame."),
    BLOB_NOT_FOUND(404, "The bytes are not here", "The bytes of this object have not arrived yet or were removed."),
    PIN_NOT_FOUND(404, "No such pin", "This study is not pinned here."),
    UPLOAD_NOT_FOUND(
            404, "No such upload", "This upload is not under way here. It may have been removed; begin it again."),
    UPLOAD_ELSEWHERE(
            409,
            "Not there",
            "The upload is not where this piece begins, or takes no more. Ask how far it is, and go on from there."),
    PIECE_DAMAGED(
            400,
            "A piece is damaged",
            "The piece does not have the SHA-256 that was sent with it, or leads beyond the end of the file."),
    NO_ROOM(507, "No room", "The server's disk has no room for this file. Nothing of it was taken."),
    METHOD_NOT_ALLOWED(405, "Not that way", "This address does not take that method."),
    NOT_ACCEPTABLE(406, "Not in that form", "What is here cannot be given in a form that was asked for."),
    NOT_A_PICTURE(
            406,
            "Not as that type",
            "Pictures are given as image/jpeg, image/png or image/gif, several of them in multipart/related; videos as video/mp4, documents as text/html or application/pdf."),
    VERSION_GONE(
            410, "That version is gone", "The image has changed since this address was made. Load the study again."),
    NO_UPSTREAM(
            409, "This node has no upstream", "Studies are kept offline by a node that was started with --upstream."),
    SIGN_IN_NEEDED(401, "Sign in first", "This needs somebody who has signed in, or a device that is paired."),
    WRONG_PASSWORD(401, "Not signed in", "The name or the password is wrong."),
    ACCOUNT_LOCKED(
            429,
            "Too many wrong passwords",
            "This account is locked for up to 15 minutes, because too many wrong passwords were tried."),
    TOO_MANY_TRIES(429, "Too many wrong codes", "Wait a quarter of an hour, then ask an administrator for a new code."),
    NOT_ALLOWED(403, "Not allowed", "Your account may not do this. An administrator can change that."),
    CSRF_TOKEN_MISSING(403, "Not from this page", "The request does not carry the token of its session."),
    INVITATION_NOT_VALID(
            410,
            "This link or code is used up",
            "It has been used, is too old or was mistyped. Ask an administrator for another."),
    NAME_TAKEN(409, "The name is taken", "Somebody has that name already. Choose another."),
    NAME_NOT_VALID(
            400,
            "Not a user name",
            "A user name has 1 to 64 letters, digits, dots, hyphens, underscores or @, and begins with a letter or digit."),
    PASSWORD_TOO_SHORT(
            400,
            "The password is too short",
            "A password has at least 12 characters and is not the user name. Three random words make a good one."),
    NO_SUCH_PEER(404, "No such peer", "No peer of that name is known."),
    PEER_NOT_VALID(
            400,
            "Not a peer",
            "A peer has a name of 1 to 64 characters, an AE title of 1 to 16 ASCII characters, a host and a port from 1 to 65535."),
    PEER_TITLE_TAKEN(409, "The AE title is taken", "Another peer has that AE title."),
    PEER_GIVEN(
            409,
            "Given at the start",
            "This peer was given when the program was started (--peer), and is changed or removed there."),
    NO_SUCH_USER(404, "No such user", "There is no user of that name."),
    NO_SUCH_DEVICE(404, "No such device", "There is no such device."),
    NO_ADMINISTRATOR_YET(
            409, "Nobody could administer", "The first account must be an administrator's. Invite that one first."),
    LAST_ADMINISTRATOR(409, "The only administrator", "This is the only administrator. Make another one first."),
    ADMINISTRATOR_SEES_ALL(
            409, "An administrator sees everybody", "Give the account another role before it is limited to lists."),
    TOO_LARGE(413, "The request is too large", "The request is larger than this server takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Not that kind of body", "This address does not take a body of that media type."),
    HOST_NOT_ALLOWED(421, "Not under that name", "This server answers only as localhost, 127.0.0.1 or [::1]."),
    ORIGIN_NOT_ALLOWED(403, "Not from that page", "Another web site may not change anything here."),
    BAD_RANGE(
            416,
            "Not those bytes",
            "The range lies outside of what is here, or several ranges were asked for; ask for one."),
    MALFORMED_DICOM(
            422, "The object is broken", "The object breaks the DICOM standard; './wardlight check' names the place."),
    IDENTITY_MISMATCH(
            409,
            "The object is not this patient's",
            "The object names another patient or study than the one it is filed under, so it is not drawn."),
    NOT_SHOWN(
            422,
            "The object is not shown",
            "The object is of a kind that is not shown; the study's list of omitted objects says why."),
    LIMIT_EXCEEDED(
            422, "The object is too large", "The object asks for more memory than this server gives to one object."),
    INTERNAL(500, "Something went wrong here", "The server met a fault. It has been written to its log."),
    BUSY(503, "Too busy at the moment", "More images were asked for than can be made at once. Ask again in a second."),
    NOT_READY(503, "Not ready", "The store does not answer; './wardlight doctor' says what is wrong.");

    private final int status;
    private final String title;
    private final String detail;

    ProblemKind(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem document() {
        return document("");
    }

    /** @param more follows the kind's own words */
    public Problem document(String more) {
        return new Problem("about:blank", title, status, code(), more.isEmpty() ? detail : detail + " " + more);
    }
}
