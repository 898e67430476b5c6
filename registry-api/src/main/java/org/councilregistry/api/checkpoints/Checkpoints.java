package org.councilregistry.api.checkpoints;

import java.util.Optional;
import org.councilregistry.api.platform.Background;
import org.councilregistry.api.platform.Databases;
import org.councilregistry.api.platform.Working;
import org.councilregistry.schema.Checkpoint;

/** Signs the end of the log once a minute, where it has moved: any node, one at a time. */
public final class Checkpoints implements Working {
    private static final long SECONDS = 60;
    private static final long PAUSE = 1_000;

    private final Databases databases;
    private final CheckpointDao dao;
    private final CheckpointKey key;
    private final Background background = new Background("checkpoints", this::turn);

    /** Signs the log of this database by this key. */
    public Checkpoints(Databases databases, CheckpointKey key) {
        this.databases = databases;
        this.dao = databases.read(CheckpointDao.class);
        this.key = key;
    }

    @Override
    public Background background() {
        return background;
    }

    private void turn() throws InterruptedException {
        if (dao.due(SECONDS).isPresent()) sign(SECONDS);
        background.await(PAUSE);
    }

    /** Signs the end of the log now, where it has moved since the last checkpoint. */
    public Optional<Checkpoint> sign() {
        return sign(0);
    }

    private Optional<Checkpoint> sign(long seconds) {
        return databases.jdbi().inTransaction(tx -> {
            CheckpointDao own = tx.attach(CheckpointDao.class);
            if (!own.lock()) return Optional.empty();
            Optional<Checkpoint> signed = own.due(seconds).map(key::sign);
            signed.ifPresent(own::insert);
            return signed;
        });
    }
}
