package org.councilregistry.api.limits;

/**
 * What is left to one caller, as far as this node knows: it fills with time and empties with use. What other nodes have taken
 * is learnt when the database is told what was taken here. Thread-safe.
 */
final class Bucket {
    private final Limit limit;
    private double left;
    private double used;
    private long at;

    /** A full one, at this time in nanoseconds. */
    Bucket(Limit limit, long now) {
        this.limit = limit;
        this.left = limit.burst();
        this.at = now;
    }

    Limit limit() {
        return limit;
    }

    /** Takes one; false where none is left. */
    synchronized boolean take(long now) {
        fill(now);
        if (left < 1) return false;
        left--;
        used++;
        return true;
    }

    /** Gives one back. */
    synchronized void giveBack() {
        left = Math.min(limit.burst(), left + 1);
        used--;
    }

    /** How many are left. */
    synchronized int left(long now) {
        fill(now);
        return (int) Math.max(0, left);
    }

    /** After how many seconds there is one again; 0 where there is one. */
    synchronized int seconds(long now) {
        fill(now);
        return left >= 1 ? 0 : (int) Math.ceil((1 - left) / limit.perSecond());
    }

    /** What was taken here since this was last asked. */
    synchronized double settle() {
        double taken = used;
        used = 0;
        return taken;
    }

    /** Takes over what is left to all nodes together; what was taken here meanwhile is not in it yet. */
    synchronized void known(double shared, long now) {
        left = Math.min(limit.burst(), shared - used);
        at = now;
    }

    private void fill(long now) {
        left = Math.min(limit.burst(), left + (now - at) / 1e9 * limit.perSecond());
        at = now;
    }
}
