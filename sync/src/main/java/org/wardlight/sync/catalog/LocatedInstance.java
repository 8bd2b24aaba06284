// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** An object with the UIDs of the study and series that it is in. */
public record LocatedInstance(String study, String series, InstanceRecord instance) {}
