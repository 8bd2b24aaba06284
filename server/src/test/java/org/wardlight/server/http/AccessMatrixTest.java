// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.Role;

/** Every row of the route table, asked by nobody and by each role: the access that the row states is the access that there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final String PASSWORD = "three random words";
    private static final String[] NOBODY = {};

    private final Security security = Secured.inMemory();
    private final Services services = BareServer.services(security);
    private final Map<Role, String[]> credentials = new EnumMap<>(Role.class);
    private HttpServer server;

    @BeforeAll
    void start() throws Exception {
        server = HttpServer.start(Listen.onLoopback("127.0.0.1", 0), false, services);
        for (Role role : List.of(Role.ADMIN, Role.EDITOR, Role.VIEWER)) {
            credentials.put(role, signedIn(role));
        }
        String token = security.devices()
                .pair(security.devices().code("local"), "Laptop")
                .token();
        credentials.put(Role.DEVICE, new String[] {"Authorization: Bearer " + token});
    }

    @AfterAll
    void stop() {
        server.close();
        services.renditions().close();
    }

    private String[] signedIn(Role role) throws AccountException {
        String name = role.word();
        security.accounts().accept(security.accounts().invite(role, "local", Duration.ofHours(1)), name, "", PASSWORD);
        String token = security.accounts().begin(name);
        return new String[] {"Cookie: wardlight=" + token, "X-CSRF-Token: " + SessionCookie.csrf(token)};
    }

    @TestFactory
    List<DynamicTest> each_route_lets_through_whom_its_row_names() {
        return Routes.of(services).stream()
                .filter(route -> !route.path().equals("/api/v1/session"))
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> asked(route)))
                .toList();
    }

    private void asked(Route route) throws Exception {
        assertThat(status(route, NOBODY))
                .as("nobody")
                .matches(status -> route.access() == Access.OPEN ? status != 403 : status == 401);
        for (Role role : Role.values()) {
            int status = status(route, credentials.getOrDefault(role, NOBODY));
            if (route.access().allows(role)) {
                assertThat(status).as(role.word()).isNotIn(401, 403);
            } else {
                assertThat(status).as(role.word()).isEqualTo(403);
            }
        }
    }

    private int status(Route route, String[] headers) throws Exception {
        String path = route.path().replaceAll("\\{[a-z]+}", "1").replaceAll("<[a-z]+>", "nothing");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(headers), java.util.stream.Stream.of("Content-Type: application/json"))
                .toArray(String[]::new);
        return Answer.send(server.port(), route.method().name(), path, body, all)
                .status();
    }
}
