package org.councilregistry.api.components;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.councilregistry.api.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository, and the key by which two spellings of one address are known to be the same.
 *
 * @param url the address as a person opens it
 * @param key host and path only: {@code git.example/owner/repo}
 */
public record Repository(String url, String key) {
    private static final String HOST = "([a-z0-9-]+(?:\\.[a-z0-9-]+)+)";
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?|ssh|git)://(?:[^@/\\s]+@)?" + HOST + "(?::(\\d{1,5}))?(/.*)?");
    private static final Pattern SCP = Pattern.compile("(?i)[a-z0-9._-]+@" + HOST + ":(?!//)(.*)");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}._~!$&'()*+,;=:@%/-]+");
    /** Hosts that take a path in any case for the same repository, and whose repositories all have an owner. */
    private static final Set<String> CASELESS = Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org");
    /** Names that mean something within one network only. */
    private static final Set<String> NOT_PUBLIC = Set.of(
            "local", "localhost", "localdomain", "internal", "intranet", "private", "lan", "home", "corp", "arpa");

    /** The key of an address in any of its usual spellings; empty where it is none of a repository. */
    public static Optional<String> key(String address) {
        try {
            return Optional.of(of(address).key());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Reads an address in any of its usual spellings. */
    static Repository of(String address) {
        String plain = address.strip().replaceFirst("(?s)[?#].*$", "").replaceFirst("(?i)^git\\+", "");
        Matcher web = WEB.matcher(plain);
        if (web.matches()) {
            String path = web.group(4) == null ? "/" : web.group(4);
            return of(web.group(2) + port(web.group(1), web.group(3)), path);
        }
        Matcher scp = SCP.matcher(plain);
        if (scp.matches()) return of(scp.group(1), "/" + scp.group(2));
        throw refused("Give the address at which the source can be read, such as https://github.com/owner/name.");
    }

    /** The port as part of the address; that of an ssh or git server says nothing about where its pages are. */
    private static String port(String scheme, @Nullable String port) {
        if (port == null || !scheme.toLowerCase(Locale.ROOT).startsWith("http")) return "";
        int number = Integer.parseInt(port);
        if (number == 0 || number > 65_535) throw refused("The address has a port that does not exist.");
        return number == 80 || number == 443 ? "" : ":" + number;
    }

    private static Repository of(String host, String path) {
        String where = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        requirePublic(where.replaceFirst(":.*", ""));
        List<String> steps =
                Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
        String whole = ("/" + String.join("/", steps)).replaceFirst("(?i)(?<!/)\\.git$", "");
        if (!PATH.matcher(whole).matches() || steps.contains(".") || steps.contains("..")) {
            throw refused("The path of the address has a part that no repository has.");
        }
        boolean caseless = CASELESS.contains(where);
        if (steps.size() < (caseless ? 2 : 1)) {
            throw refused("The address names a host or an account, not a repository.");
        }
        return new Repository("https://" + where + whole, where + (caseless ? whole.toLowerCase(Locale.ROOT) : whole));
    }

    private static void requirePublic(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (NOT_PUBLIC.contains(last) || last.matches("\\d+")) {
            throw refused("Others cannot reach that host. Give the public address of the source.");
        }
    }

    private static ProblemException refused(String cure) {
        return ProblemException.invalid("/repository", "no-repository", cure);
    }
}
