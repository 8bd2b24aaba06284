// SPDX-License-Identifier: Apache-2.0
/**
 * Patients, studies, series, instances and the change log; the only place with SQL. To add a store, implement {@code Catalog} and extend {@code CatalogContract}.
 */
@NullMarked
package org.wardlight.sync.catalog;

import org.jspecify.annotations.NullMarked;
