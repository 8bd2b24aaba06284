// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.security.KeyStore;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 with forward secrecy (BCP 195), HTTP/2 where the client has it, HTTP/1.1 otherwise. */
final class TlsConnector {
    private static final long HALF_A_YEAR = 15_768_000;

    private TlsConnector() {}

    static ServerConnector of(Server server, HttpConfiguration plain, Listen listen, KeyStore keys) {
        HttpConfiguration http = new HttpConfiguration(plain);
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // The certificate's names are the client's to check; an address or a tunnel's name is fine here.
        secure.setSniHostCheck(false);
        secure.setStsMaxAge(HALF_A_YEAR);
        http.addCustomizer(secure);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(context(keys), alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(http),
                new HttpConnectionFactory(http));
        connector.setHost(listen.host());
        connector.setPort(listen.port());
        connector.setIdleTimeout(http.getIdleTimeout());
        return connector;
    }

    private static SslContextFactory.Server context(KeyStore keys) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword("in memory");
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setIncludeCipherSuites(
                "TLS_AES_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*", "TLS_ECDHE_.*_CHACHA20_.*");
        return context;
    }
}
