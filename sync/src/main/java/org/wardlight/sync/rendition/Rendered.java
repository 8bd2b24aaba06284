// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

/**
 * A tile or strip as it goes over the wire.
 *
 * @param bytes the image file; shared, not to be changed
 * @param mediaType such as {@code image/jpeg}
 * @param etag SHA-256 of the bytes in hexadecimal, without quotes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rendered(byte[] bytes, String mediaType, String etag) {}
