// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** Where a child process begins. It ends with its standard input, or with its parent: none is left behind. */
public final class ChildMain {
    private static final int BUFFER = 64 << 10;
    private static final long PARENT_ASKED_MS = 500;

    private ChildMain() {}

    /** @param arguments the name of a {@link ChildService} */
    public static void main(String[] arguments) {
        // Whatever prints must not print into an answer.
        System.setOut(System.err);
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        Thread watch = new Thread(() -> endWith(parent), "parent");
        watch.setDaemon(true);
        watch.start();
        try (DataInputStream in =
                        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER))) {
            ChildService service = Class.forName(arguments[0])
                    .asSubclass(ChildService.class)
                    .getDeclaredConstructor()
                    .newInstance();
            while (true) {
                service.serve(in, out);
                out.flush();
            }
        } catch (java.io.EOFException noMoreRequests) {
            Runtime.getRuntime().halt(0);
        } catch (Throwable broken) {
            Runtime.getRuntime().halt(2);
        }
    }

    /** A decoder that hangs never sees the end of its input: so the parent is looked at from beside it. */
    private static void endWith(@org.jspecify.annotations.Nullable ProcessHandle parent) {
        while (parent != null && parent.isAlive()) {
            try {
                Thread.sleep(PARENT_ASKED_MS);
            } catch (InterruptedException ends) {
                break;
            }
        }
        Runtime.getRuntime().halt(3);
    }
}
