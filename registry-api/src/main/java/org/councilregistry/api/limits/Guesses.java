package org.councilregistry.api.limits;

/** Keeps anybody from trying many keys. A good key is not touched by what else comes from its address. */
public final class Guesses {
    private final Limiter limiter;
    private final Limit limit;
    private final boolean enabled;

    /** Counts by this limiter, to these limits. */
    public Guesses(Limiter limiter, Limits limits) {
        this.limiter = limiter;
        this.limit = new Limit("failures", limits.failures());
        this.enabled = limits.enabled();
    }

    /** Notes a key that is not accepted; refuses an address from which there were too many. */
    public void failed(String address) {
        if (!enabled) return;
        Bucket bucket = limiter.bucket(limit, Sources.of(address));
        if (!bucket.take(Limiter.now())) throw LimitFilter.tooMany(bucket);
    }
}
