package org.councilregistry.schema;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A membership as it is asked for.
 *
 * @param role what the person may do
 * @param organisation the organisation that she is to act for: id, slug or {@code scheme:value}; the caller's if absent
 * @param name what she is called
 * @param email where she is reached
 */
@RecordBuilder
public record MemberDraft(
        @NotNull @Nullable Role role,
        @Size(max = 200) @Nullable String organisation,
        @Size(max = 200) @Nullable String name,
        @Email @Size(max = 200) @Nullable String email)
        implements MemberDraftBuilder.With {
    /** Strips texts; an absent list is an empty one. */
    public MemberDraft {
        organisation = Lists.text(organisation);
        name = Lists.text(name);
        email = Lists.text(email);
    }

    /** The draft that would ask for this membership as it is. */
    public static MemberDraft of(Member m) {
        OrganisationRef of = m.organisation();
        return new MemberDraft(m.role(), of == null ? null : of.slug(), m.name(), m.email());
    }
}
