// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.IOException;
import java.time.Duration;

/** A process that starts a child, says its number, and lets it hang: to be killed from outside. */
final class OrphanParent {
    private OrphanParent() {}

    public static void main(String[] arguments) throws IOException {
        ChildPool pool = new ChildPool(FaultService.class, new ChildLimits(32, 400), 1);
        pool.ask(Duration.ofSeconds(60), (in, out) -> {
            out.writeUTF("sound");
            out.flush();
            in.readUTF();
            out.writeUTF(arguments[0]);
            out.flush();
            ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
            System.out.println("end");
            return in.readUTF();
        });
        sleep();
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
