package org.councilregistry.api;

import java.util.Map;
import org.councilregistry.api.erasures.Erased;
import org.councilregistry.api.erasures.ErasureService;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.issuers.Issuer;
import org.councilregistry.api.issuers.Issuers;
import org.councilregistry.api.joining.JoiningRequestDao;
import org.councilregistry.api.joining.JoiningRequestResource;
import org.councilregistry.api.joining.JoiningRequestService;
import org.councilregistry.api.keys.Granting;
import org.councilregistry.api.keys.KeyDao;
import org.councilregistry.api.keys.KeyExpiry;
import org.councilregistry.api.keys.KeyResource;
import org.councilregistry.api.keys.KeyService;
import org.councilregistry.api.members.MemberDao;
import org.councilregistry.api.members.MemberResource;
import org.councilregistry.api.members.MemberService;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.whoami.Credentials;
import org.councilregistry.api.whoami.WhoamiResource;
import org.jdbi.v3.core.Handle;

/** The part of the wiring that is about who may call: keys, and people with their sign-in. */
final class People {
    final KeyService keys;
    final KeyExpiry keyExpiry;
    final Issuers issuers;
    final Credentials credentials;
    private final Databases databases;
    private final KeyDao keyDao;
    private final MemberDao memberDao;
    private final MemberService members;
    private final JoiningRequestService joining;

    People(Map<String, Issuer> trusted, Databases databases, Parts parts) {
        this.databases = databases;
        Granting granting = new Granting(parts.organisations());
        keyDao = databases.read(KeyDao.class);
        keys = new KeyService(databases, parts.events(), granting, parts.secrets());
        keyExpiry = new KeyExpiry(databases, parts.events());
        issuers = new Issuers(trusted);
        memberDao = databases.read(MemberDao.class);
        members = new MemberService(
                new MemberService.Parts(databases, parts.events(), granting, parts.secrets(), issuers));
        credentials = new Credentials(keyDao, parts.secrets(), memberDao, issuers);
        joining = new JoiningRequestService(databases, parts.events(), parts.organisations(), members);
    }

    /** With what keys and members are made. */
    record Parts(EventService events, Secrets secrets, OrganisationLookup organisations) {}

    KeyResource keys(Cursor cursors) {
        return new KeyResource(keys, keyDao, cursors);
    }

    MemberResource members(Cursor cursors) {
        return new MemberResource(members, memberDao, cursors);
    }

    JoiningRequestResource joining(Cursor cursors) {
        return new JoiningRequestResource(joining, databases.read(JoiningRequestDao.class), cursors);
    }

    WhoamiResource whoami() {
        return new WhoamiResource(keyDao, keys, credentials);
    }

    /** Removes a person from members and from those who asked to be. */
    ErasureService.Removed erase(Handle tx, Caller caller, Erased person) {
        return members.erase(tx, caller, person).and(joining.erase(tx, caller, person));
    }
}
