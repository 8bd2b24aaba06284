// SPDX-License-Identifier: Apache-2.0
/**
 * Fetching studies from archives: which way, how much is here, again only for what is missing, as jobs that outlast the process. To add a
 * way, add it to {@code Puller.Way} and a case to {@code StudyPuller}.
 */
@NullMarked
package org.wardlight.sync.pull;

import org.jspecify.annotations.NullMarked;
