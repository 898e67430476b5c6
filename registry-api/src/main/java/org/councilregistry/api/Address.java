package org.councilregistry.api;

import org.councilregistry.api.platform.EmbeddedPostgres;
import org.councilregistry.api.platform.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, and the embedded one if that is it.
 *
 * @param target as whom the service works
 * @param owner who owns the tables; the same where the operator names one user only
 */
public record Address(
        Migrations.Target target,
        Migrations.Target owner,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    /** The configured database, or the embedded one. */
    public static Address of(RegistryConfiguration configuration) {
        RegistryConfiguration.Database named = configuration.database();
        if (named.url().isBlank()) return of(EmbeddedPostgres.open(configuration.dataFolder()));
        Migrations.Target target = new Migrations.Target(named.url(), named.user(), named.password());
        if (named.owner().isBlank()) return new Address(target, target, null);
        return new Address(target, new Migrations.Target(named.url(), named.owner(), named.ownerPassword()), null);
    }

    private static Address of(EmbeddedPostgres embedded) {
        return new Address(
                new Migrations.Target(embedded.url(), EmbeddedPostgres.SERVICE, embedded.password()),
                new Migrations.Target(embedded.url(), embedded.user(), embedded.password()),
                embedded);
    }

    /** Brings its schema up to date, and lets the service work on it. */
    public Migrations migrations() {
        return new Migrations(owner, target.user());
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
