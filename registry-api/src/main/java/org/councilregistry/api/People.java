package org.councilregistry.api;

import java.util.Map;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.issuers.Issuer;
import org.councilregistry.api.issuers.Issuers;
import org.councilregistry.api.joining.JoiningRequestDao;
import org.councilregistry.api.joining.JoiningRequestResource;
import org.councilregistry.api.joining.JoiningRequestService;
import org.councilregistry.api.keys.Granting;
import org.councilregistry.api.members.MemberDao;
import org.councilregistry.api.members.MemberResource;
import org.councilregistry.api.members.MemberService;
import org.councilregistry.api.organisations.OrganisationLookup;
import org.councilregistry.api.platform.Cursor;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.api.whoami.Credentials;

/** The part of the wiring that is about people: who signs them in, and for whom they act. */
final class People {
    final Issuers issuers;
    final MemberDao memberDao;
    final MemberService members;
    private final Databases databases;
    private final JoiningRequestService joining;

    People(Map<String, Issuer> trusted, Databases databases, EventService events, Access access) {
        this.databases = databases;
        issuers = new Issuers(trusted);
        memberDao = databases.read(MemberDao.class);
        members = new MemberService(
                new MemberService.Parts(databases, events, access.granting(), access.secrets(), issuers));
        joining = new JoiningRequestService(databases, events, access.organisations(), members);
    }

    /** By what people and keys are let in. */
    record Access(Granting granting, Secrets secrets, OrganisationLookup organisations) {}

    MemberResource resource(Cursor cursors) {
        return new MemberResource(members, memberDao, cursors);
    }

    JoiningRequestResource joining(Cursor cursors) {
        return new JoiningRequestResource(joining, databases.read(JoiningRequestDao.class), cursors);
    }

    Credentials credentials(Wiring wiring) {
        return new Credentials(wiring.keyDao, wiring.secrets, memberDao, issuers);
    }
}
