package org.councilregistry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.councilregistry.api.issuers.Issuer;
import org.councilregistry.api.issuers.IssuerSettings;
import org.councilregistry.api.limits.Limits;
import org.jspecify.annotations.Nullable;

/** The settings of {@code config.yml}, where each is explained. */
public final class RegistryConfiguration extends Configuration {
    @JsonProperty
    @NotNull
    private Path dataFolder = Path.of("data");

    @JsonProperty
    private @Nullable String secret;

    @JsonProperty
    private @Nullable String secretFile;

    @JsonProperty
    @NotNull
    private ZoneId zone = ZoneId.of("Europe/London");

    @JsonProperty
    @Valid
    @NotNull
    private Database database = new Database("", "", "", "", "", 8);

    @JsonProperty
    private boolean meanings = true;

    @JsonProperty
    @Valid
    @NotNull
    private Site site = new Site("Council Registry", "#1d70b8", "", "", "");

    @JsonProperty
    @Valid
    @NotNull
    private Limits limits = Limits.USUAL;

    @JsonProperty
    @Min(0)
    @Max(9)
    private int proxies;

    @JsonProperty
    private @Nullable JsonNode issuers;

    /** The pages for people; what is empty is not shown. */
    public record Site(
            @JsonProperty @NotNull String name,
            @JsonProperty @NotNull String colour,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String logo,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String address,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String contact) {}

    /** Where the database is; an empty address means the embedded one. */
    public record Database(
            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String url,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String user,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String password,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String owner,

            @JsonProperty @JsonSetter(nulls = Nulls.AS_EMPTY)
            String ownerPassword,

            @JsonProperty @Min(2) @Max(200) int connections) {

        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /** Where the service keeps its files. */
    public Path dataFolder() {
        return dataFolder;
    }

    /** Keeps the files elsewhere. */
    public void dataFolder(Path folder) {
        dataFolder = folder;
    }

    /** The one secret; empty when none was given. */
    public String secret() {
        return secret == null ? "" : secret;
    }

    /** The file that holds the secret; empty when none was named. */
    public String secretFile() {
        return secretFile == null ? "" : secretFile;
    }

    /** The zone of calendar dates. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether overlap is found by meaning, too, not by words alone. */
    public boolean meanings() {
        return meanings;
    }

    /** The pages for people. */
    public Site site() {
        return site;
    }

    /** Who signs people in, each by a name of the operator's choice. */
    public Map<String, Issuer> issuers() {
        return IssuerSettings.of(issuers);
    }

    /** How many proxies of the operator's stand before the service. */
    public int proxies() {
        return proxies;
    }

    /** How often somebody may call. */
    public Limits limits() {
        return limits;
    }

    /** Lets everybody call as often as she likes. */
    public void withoutLimits() {
        limits = limits.off();
    }

    /** Where the database is. */
    public Database database() {
        return database;
    }
}
