// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/ARCHITECTURE.md as rules. */
final class Layers {
    private static final String[] WEB = {"io.javalin..", "jakarta.servlet..", "org.eclipse.jetty.."};
    private static final String[] SQL = {
        "org.jdbi..", "java.sql..", "javax.sql..", "org.sqlite..", "com.zaxxer..", "org.flywaydb.."
    };

    static final ArchRule RENDERING_KNOWS_ONLY_ITSELF = noClasses()
            .that()
            .resideInAPackage("org.wardlight.rendering..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.wardlight.sync..", "org.wardlight.server..", "com.fasterxml.jackson.databind..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL);

    static final ArchRule SYNC_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("org.wardlight.sync..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.wardlight.server..", "picocli..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB);

    static final ArchRule SQL_STAYS_IN_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.wardlight.sync.catalog..",
                    "org.wardlight.sync.blob..",
                    "org.wardlight.sync.account..",
                    "org.wardlight.sync.keep..",
                    "org.wardlight.sync.list..",
                    "org.wardlight.sync.mark..",
                    "org.wardlight.sync.peer..",
                    "org.wardlight.sync.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL);

    static final ArchRule THE_WEB_STAYS_IN_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.wardlight.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB);

    static final ArchRule ONLY_WIRING_BUILDS_STORES = noClasses()
            .that()
            .resideInAPackage("org.wardlight.server..")
            .and()
            .resideOutsideOfPackage("org.wardlight.server.wiring..")
            .should()
            .dependOnClassesThat(isStore());

    static final ArchRule NO_CYCLES =
            slices().matching("org.wardlight.(**)").should().beFreeOfCycles();

    private Layers() {}

    private static DescribedPredicate<JavaClass> isStore() {
        return DescribedPredicate.describe(
                "are stores (Sqlite…, Directory…, Memory…)",
                type -> type.getPackageName().startsWith("org.wardlight.sync")
                        && type.getSimpleName().matches("(Sqlite|Directory|Memory).*"));
    }
}
