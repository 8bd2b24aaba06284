// SPDX-License-Identifier: Apache-2.0
/**
 * DICOMweb (PS3.18) on the catalog and the blobs. To add a resource, write an endpoint and add its row, with role and audit action, to
 * {@link org.wardlight.server.http.dicomweb.DicomWebRoutes}.
 */
@NullMarked
package org.wardlight.server.http.dicomweb;

import org.jspecify.annotations.NullMarked;
