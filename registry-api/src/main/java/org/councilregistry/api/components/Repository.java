package org.councilregistry.api.components;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.ProblemException;

/**
 * The address of a repository, and the key by which two spellings of one address are known to be the same.
 *
 * @param url the address as a person opens it
 * @param key host and path only: {@code git.example/owner/repo}
 */
record Repository(String url, String key) {
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?|ssh|git)://(?:[^@/]+@)?([a-z0-9.-]+\\.[a-z0-9-]+)(?::(\\d+))?(/[^?#\\s]+)");
    private static final Pattern SCP = Pattern.compile("(?i)(?:[a-z0-9_-]+)@([a-z0-9.-]+\\.[a-z0-9-]+):([^?#\\s]+)");
    private static final Set<String> CASELESS = Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org");
    private static final Set<String> DEFAULT_PORTS = Set.of("80", "443", "22", "9418");

    /** Reads an address in any of its usual spellings. */
    static Repository of(String address) {
        String plain = address.strip().replaceAll("[?#].*$", "").replaceFirst("(?i)^git\\+", "");
        Matcher web = WEB.matcher(plain);
        if (web.matches()) {
            String port = web.group(3) == null || DEFAULT_PORTS.contains(web.group(3)) ? "" : ":" + web.group(3);
            return of(web.group(2) + port, web.group(4));
        }
        Matcher scp = SCP.matcher(plain);
        if (scp.matches()) return of(scp.group(1), "/" + scp.group(2));
        throw ProblemException.invalid(
                "/repository",
                "no-repository",
                "Give the address at which the source can be read, such as https://github.com/owner/name.");
    }

    private static Repository of(String host, String path) {
        String where = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        String trimmed = path.replaceAll("/{2,}", "/").replaceAll("/+$", "").replaceFirst("(?i)\\.git$", "").replaceAll("/+$", "");
        if (trimmed.length() < 2) {
            throw ProblemException.invalid("/repository", "no-repository", "The address names a host, not a repository.");
        }
        String key = where + (CASELESS.contains(where) ? trimmed.toLowerCase(Locale.ROOT) : trimmed);
        return new Repository("https://" + where + trimmed, key);
    }
}
