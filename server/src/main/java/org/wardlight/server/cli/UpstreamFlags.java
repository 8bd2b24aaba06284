// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.TrustedCa;
import org.wardlight.sync.transfer.SiteAccess;
import picocli.CommandLine.Option;

/** How a site that studies are copied from is reached. */
final class UpstreamFlags {
    @Option(
            names = "--ca",
            paramLabel = "PEM",
            defaultValue = "${env:WARDLIGHT_CA}",
            description = "Certificate of who issued the site's own, when that is a hospital's own authority.")
    private @Nullable Path ca;

    /** With the secret that the store keeps for that site. */
    SiteAccess to(URI site, Node node) {
        String name = SiteAccess.name(site);
        return new SiteAccess(
                site,
                () -> node.siteTokens().token(name),
                Optional.ofNullable(ca).map(TrustedCa::of));
    }
}
