package org.councilregistry.api.platform;

import static org.councilregistry.schema.Role.AUDITOR;
import static org.councilregistry.schema.Role.CONTRIBUTOR;
import static org.councilregistry.schema.Role.COORDINATOR;
import static org.councilregistry.schema.Role.EDITOR;
import static org.councilregistry.schema.Role.ORGANISATION_ADMIN;
import static org.councilregistry.schema.Role.PUBLIC;
import static org.councilregistry.schema.Role.SECTOR_ADMIN;
import static org.councilregistry.schema.Role.VIEWER;

import java.util.EnumSet;
import java.util.Set;
import org.councilregistry.schema.Role;

/** What a call does, as far as the right to do it is concerned. */
public enum Action {
    /** Read; each record is shown to those who may see it. */
    READ(EnumSet.of(PUBLIC, VIEWER, CONTRIBUTOR, EDITOR, ORGANISATION_ADMIN, COORDINATOR, SECTOR_ADMIN, AUDITOR)),
    /** Write a draft for one's organisation. */
    DRAFT(EnumSet.of(CONTRIBUTOR, EDITOR, ORGANISATION_ADMIN, SECTOR_ADMIN)),
    /** Publish, change, import, confirm. */
    PUBLISH(EnumSet.of(EDITOR, ORGANISATION_ADMIN, SECTOR_ADMIN)),
    /** Say that a record registered by somebody else is one's own. */
    CLAIM(EnumSet.of(EDITOR, ORGANISATION_ADMIN, COORDINATOR, SECTOR_ADMIN)),
    /** Remove what should never have been published. */
    REDACT(EnumSet.of(ORGANISATION_ADMIN, SECTOR_ADMIN)),
    /** Decide what becomes of an overlap. */
    DECIDE(EnumSet.of(COORDINATOR, SECTOR_ADMIN)),
    /** Say something to an overlap with one's organisation's work. */
    RESPOND(EnumSet.of(EDITOR, ORGANISATION_ADMIN)),
    /** Make, see and take back keys. */
    MANAGE_KEYS(EnumSet.of(ORGANISATION_ADMIN, SECTOR_ADMIN)),
    /** Invite, see, change and remove members. */
    MANAGE_MEMBERS(EnumSet.of(ORGANISATION_ADMIN, SECTOR_ADMIN)),
    /** See who is a member. */
    READ_MEMBERS(EnumSet.of(ORGANISATION_ADMIN, SECTOR_ADMIN, AUDITOR)),
    /** Ask to join, accept an invitation, see one's own requests; everybody who is known. */
    JOIN(EnumSet.complementOf(EnumSet.of(Role.UNKNOWN))),
    /** Answer who asks to join. */
    ANSWER_JOINING(EnumSet.of(ORGANISATION_ADMIN, COORDINATOR, SECTOR_ADMIN)),
    /** Take back the key that one calls with, or leave the organisation that one acts for. */
    GIVE_BACK(EnumSet.of(VIEWER, CONTRIBUTOR, EDITOR, ORGANISATION_ADMIN, COORDINATOR, SECTOR_ADMIN, AUDITOR)),
    /** Take the whole log along, to verify it. */
    READ_LOG(EnumSet.of(SECTOR_ADMIN, AUDITOR)),
    /** See which keys there are. */
    READ_KEYS(EnumSet.of(ORGANISATION_ADMIN, SECTOR_ADMIN, AUDITOR)),
    /** Remove a person from everything. */
    ERASE(EnumSet.of(SECTOR_ADMIN)),
    /** Change organisations and vocabularies. */
    ADMINISTER(EnumSet.of(SECTOR_ADMIN));

    private final Set<Role> roles;

    Action(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether a role may do it at all. */
    public boolean permits(Role role) {
        return roles.contains(role);
    }
}
