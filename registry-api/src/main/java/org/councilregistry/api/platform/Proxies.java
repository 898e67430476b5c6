package org.councilregistry.api.platform;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Knows callers by their own address where proxies of the operator's stand before the service. Each proxy writes at the end of
 * {@code X-Forwarded-For} who called it; what stands before that, the caller may have written herself.
 *
 * @param count how many proxies there are; 0 believes no header
 */
record Proxies(int count) implements HttpConfiguration.Customizer {
    /** An address; some proxies write the port, too, and brackets around one with colons. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?<four>[0-9.]{7,15})(:[0-9]{1,5})?|\\[(?<inside>[0-9a-fA-F:.]{2,45})](:[0-9]{1,5})?|(?<six>[0-9a-fA-F:.]{2,45})");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (count == 0) return request;
        List<String> named = request.getHeaders().getCSV("X-Forwarded-For", false);
        // who comes around the proxies is known by her connection
        if (named.size() < count) return request;
        Matcher literal = LITERAL.matcher(named.get(named.size() - count));
        if (!literal.matches()) return request;
        String address = Stream.of("four", "inside", "six")
                .map(literal::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        SocketAddress caller = InetSocketAddress.createUnresolved(address, 0);
        ConnectionMetaData known = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return caller;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return known;
            }
        };
    }
}
