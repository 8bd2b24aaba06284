// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import sun.misc.Unsafe;

/** A decoder as bad as they come: it does to its process what a request names. */
public final class FaultService implements ChildService {
    private final List<Long> held = new ArrayList<>();

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        switch (in.readUTF()) {
            case "crash" -> unsafe().putAddress(0, 1);
            case "kill" -> ProcessHandle.of(ProcessHandle.current().pid()).ifPresent(FaultService::kill);
            case "hang" -> hang();
            case "eat" -> eat();
            case "print" -> System.out.println("a library prints something");
            default -> {}
        }
        out.writeUTF("sound");
    }

    private static void kill(ProcessHandle self) {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(self.pid())).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hang() {
        long spins = 0;
        while (spins >= 0) {
            spins = spins + 1 & Long.MAX_VALUE;
        }
    }

    /** Native memory, as a decoder takes it: nothing that the Java machine counts. */
    private void eat() {
        while (true) {
            long at = unsafe().allocateMemory(8 << 20);
            unsafe().setMemory(at, 8 << 20, (byte) 1);
            held.add(at);
        }
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
