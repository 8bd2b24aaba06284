// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.rendering.planted.RenderingThatKnowsSync;
import org.wardlight.server.planted.ServerThatBuildsAStore;
import org.wardlight.server.planted.ServerThatTalksSql;
import org.wardlight.server.planted.WebOutsideOfHttp;
import org.wardlight.server.planted.one.One;
import org.wardlight.server.planted.two.Two;
import org.wardlight.sync.planted.SyncThatKnowsTheServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayersTest {
    private JavaClasses program = new ClassFileImporter().importClasses();

    @BeforeAll
    void read_the_program() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wardlight");
    }

    @Test
    void the_whole_program_was_read() {
        assertThat(Stream.of("rendering.RenderingException", "sync.blob.Blobs", "server.Main"))
                .allMatch(name -> program.contain("org.wardlight." + name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_arrows_hold(ArchRule rule) {
        rule.check(program);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void a_planted_violation_is_found(ArchRule rule, Class<?>[] violation) {
        JavaClasses planted = new ClassFileImporter().importClasses(violation);
        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation[0].getSimpleName());
    }

    static Stream<ArchRule> rules() {
        return planted().map(row -> (ArchRule) row.get()[0]);
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                row(Layers.RENDERING_KNOWS_ONLY_ITSELF, RenderingThatKnowsSync.class),
                row(Layers.SYNC_KNOWS_NO_SERVER, SyncThatKnowsTheServer.class),
                row(Layers.SQL_STAYS_IN_THE_STORES, ServerThatTalksSql.class),
                row(Layers.THE_WEB_STAYS_IN_HTTP, WebOutsideOfHttp.class),
                row(Layers.ONLY_WIRING_BUILDS_STORES, ServerThatBuildsAStore.class),
                row(Layers.NO_CYCLES, One.class, Two.class));
    }

    private static Arguments row(ArchRule rule, Class<?>... violation) {
        return Arguments.of(rule, violation);
    }
}
