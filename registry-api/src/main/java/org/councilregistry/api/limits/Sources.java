package org.councilregistry.api.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where calls come from. */
final class Sources {
    private static final int NETWORK = 8;

    private Sources() {}

    /** The address by which a caller is counted: one with IPv6 owns all addresses of its network. */
    static String of(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            // a literal address is not looked up
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length <= NETWORK ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
