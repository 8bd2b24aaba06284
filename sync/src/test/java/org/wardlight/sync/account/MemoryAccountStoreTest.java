// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.nio.file.Path;

class MemoryAccountStoreTest extends AccountStoreContract {
    @Override
    AccountStore open(Path folder) {
        return new MemoryAccountStore();
    }
}
