// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane: about 50 ms of one core. Two run at a time, so that guesses cost the guesser
 * and not the server's memory. Thread-safe.
 */
public final class Passwords {
    private static final String NOBODY = "nobody has this password";
    private static final int AFTER_THE_START_MS = 2_000;
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final Argon2Function STANDARD = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Argon2Function function;
    private final Semaphore atOnce = new Semaphore(2);
    /** Made a moment after the start, or when it is first needed: at once it would make everybody wait who starts a command. */
    private final CompletableFuture<String> nobodys;

    public Passwords() {
        this(STANDARD);
    }

    Passwords(Argon2Function function) {
        this.function = function;
        nobodys = CompletableFuture.supplyAsync(
                () -> hash(NOBODY), CompletableFuture.delayedExecutor(AFTER_THE_START_MS, TimeUnit.MILLISECONDS));
    }

    /** For tests of what surrounds it: the same, weak and quick. */
    public static Passwords quick() {
        return new Passwords(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID));
    }

    /** The PHC string of a password, with a salt of its own. */
    String hash(String password) {
        return held(
                () -> Password.hash(password).addRandomSalt(16).with(function).getResult());
    }

    /** Whether this is the password; a string of other parameters is checked with those. */
    boolean matches(String password, String phc) {
        return held(() -> Password.check(password, phc).with(Argon2Function.getInstanceFromHash(phc)));
    }

    /** Takes as long as {@link #matches}, so that the time of an answer does not say which names exist. */
    void matchNobody(String password) {
        String other = nobodys();
        held(() -> Password.check(password, other).with(function));
    }

    private String nobodys() {
        if (!nobodys.isDone()) {
            nobodys.complete(hash(NOBODY));
        }
        return nobodys.join();
    }

    private <T> T held(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
