package org.councilregistry.api;

import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Migrations;
import org.jspecify.annotations.Nullable;

/** Where the database is, and the embedded one if that is it. */
public record Address(Migrations.Target target, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    /** The configured database, or the embedded one. */
    public static Address of(RegistryConfiguration configuration) {
        RegistryConfiguration.Database named = configuration.database();
        if (!named.url().isBlank()) {
            return new Address(new Migrations.Target(named.url(), named.user(), named.password()), null);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.open(configuration.dataFolder());
        return new Address(new Migrations.Target(embedded.url(), embedded.user(), embedded.password()), embedded);
    }

    /** Brings its schema up to date. */
    public Migrations migrations() {
        return new Migrations(target);
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
