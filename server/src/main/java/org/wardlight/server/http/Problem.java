// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable, for programs: lower-case words joined by hyphens
 * @param detail for people: what happened and what to do; never a path, a patient or the text of an exception
 */
public record Problem(String type, String title, int status, String code, String detail) {}
