package org.councilregistry.api;

import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, and the embedded one if that is it.
 *
 * @param target as whom the service works
 * @param apart who owns the tables, if that is somebody else
 */
public record Address(
        Migrations.Target target,
        Migrations.@Nullable Target apart,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    /** The configured database, or the embedded one. */
    public static Address of(RegistryConfiguration configuration) {
        RegistryConfiguration.Database named = configuration.database();
        if (named.url().isBlank()) return of(EmbeddedPostgres.open(configuration.dataFolder()));
        Migrations.Target target = new Migrations.Target(named.url(), named.user(), named.password());
        boolean one = named.owner().isBlank();
        return new Address(
                target, one ? null : new Migrations.Target(named.url(), named.owner(), named.ownerPassword()), null);
    }

    private static Address of(EmbeddedPostgres embedded) {
        return new Address(
                new Migrations.Target(embedded.url(), EmbeddedPostgres.SERVICE, embedded.password()),
                new Migrations.Target(embedded.url(), embedded.user(), embedded.password()),
                embedded);
    }

    /** Who owns the tables. */
    public Migrations.Target owner() {
        return apart == null ? target : apart;
    }

    /** Brings its schema up to date, and lets the service work on it. */
    public Migrations migrations() {
        return new Migrations(owner(), apart == null ? null : target);
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
