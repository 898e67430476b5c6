package org.councilregistry.api.erasures;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.councilregistry.schema.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be removed.
 *
 * @param email her mail address
 * @param records records whose history names her
 * @param names the names, in lower case, that stood beside her address there
 * @param accounts with what she has signed in
 * @param reason why she is removed
 */
public record Erased(
        String email,
        Set<UUID> records,
        Set<String> names,
        List<Account> accounts,
        @Nullable String reason) {
    /** An account at an issuer. */
    public record Account(String issuer, String subject) {}

    /** Whether this is her, in this record. */
    public boolean is(UUID record, @Nullable Contact contact) {
        if (contact == null) return false;
        if (email.equalsIgnoreCase(contact.email())) return true;
        String name = contact.name();
        return name != null && records.contains(record) && names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The ids of the records, for a statement. */
    public List<UUID> ids() {
        return List.copyOf(records);
    }

    /** The names, for a statement. */
    public List<String> words() {
        return List.copyOf(names);
    }

    /** The issuers of her accounts, for a statement. */
    public List<String> issuers() {
        return accounts.stream().map(Account::issuer).toList();
    }

    /** The subjects of her accounts, in the same order. */
    public List<String> subjects() {
        return accounts.stream().map(Account::subject).toList();
    }

    /** That it is somebody, and not who. */
    @Override
    public String toString() {
        return "Erased[]";
    }
}
