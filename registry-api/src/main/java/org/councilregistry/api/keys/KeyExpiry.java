package org.councilregistry.api.keys;

import java.util.List;
import java.util.UUID;
import org.councilregistry.api.events.Change;
import org.councilregistry.api.events.EventService;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.councilregistry.schema.Key;
import org.councilregistry.schema.OrganisationRef;

/**
 * Warns of keys that will stop working: an event {@code key.expiring} thirty days before, seven days before and on the last
 * day, each once however many nodes there are.
 */
public final class KeyExpiry implements Working {
    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final long PAUSE = 60_000;

    private final Databases databases;
    private final EventService events;
    private final Background background = new Background("key-expiry", this::turn);

    /** Warns of the keys of this database. */
    public KeyExpiry(Databases databases, EventService events) {
        this.databases = databases;
        this.events = events;
    }

    @Override
    public Background background() {
        return background;
    }

    private void turn() throws InterruptedException {
        warn();
        background.await(PAUSE);
    }

    /** Warns of all that are due; returns how many there were. */
    public int warn() {
        return DAYS.stream().mapToInt(this::warn).sum();
    }

    private int warn(int days) {
        return databases.inTransaction(tx -> {
            List<Key> due = tx.attach(KeyDao.class).warn(days);
            for (Key key : due) {
                UUID owner = OrganisationRef.idOf(key.organisation());
                events.append(
                        tx,
                        Caller.system("key-expiry"),
                        Change.of("key.expiring", key, owner, "admin")
                                .because("It stops working within " + days + (days == 1 ? " day." : " days.")
                                        + " Make another, then take this one back."));
            }
            return due.size();
        });
    }
}
