package org.councilregistry.api.keys;

import java.security.MessageDigest;
import java.util.Optional;
import org.councilregistry.api.platform.Acting;
import org.councilregistry.api.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** Finds out for whom a key acts. An unknown key takes as much work as a known one. */
public final class KeyCheck {
    private final KeyDao dao;
    private final Secrets secrets;

    /** Checks keys in this table, under this pepper. */
    public KeyCheck(KeyDao dao, Secrets secrets) {
        this.dao = dao;
        this.secrets = secrets;
    }

    /** What a key allows, if it is accepted. */
    public Optional<Acting> acting(String token) {
        @Nullable KeyText text = KeyText.parse(KeyText.Kind.KEY, token).orElse(null);
        KeyText checked = text == null ? new KeyText(KeyText.Kind.KEY, "000000000000", "0".repeat(43)) : text;
        byte[] hash = checked.hash(secrets);
        Optional<KeyDao.Live> found = dao.live(checked.hint());
        byte[] expected = found.map(KeyDao.Live::secretHash).orElse(new byte[hash.length]);
        boolean accepted = MessageDigest.isEqual(hash, expected) && text != null;
        return accepted ? found.map(KeyDao.Live::acting) : Optional.empty();
    }
}
