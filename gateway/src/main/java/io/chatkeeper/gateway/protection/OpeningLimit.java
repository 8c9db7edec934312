package io.chatkeeper.gateway.protection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// How many chats one address may open. Anonymous calls are the one door that anybody can knock at.
public final class OpeningLimit {
    private static final int ADDRESSES = 10_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final boolean enabled;
    private final LoadingCache<String, RateLimiter> limiters;

    /// @param enabled false lifts the limit, for a load test
    public OpeningLimit(int perMinute, boolean enabled) {
        this.enabled = enabled;
        RateLimiterConfig config =
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute)
                        .limitRefreshPeriod(PERIOD)
                        .timeoutDuration(Duration.ZERO)
                        .build();
        this.limiters =
                Caffeine.newBuilder()
                        .maximumSize(ADDRESSES)
                        .expireAfterAccess(PERIOD.multipliedBy(2))
                        .build(address -> RateLimiter.of(address, config));
    }

    /// @throws Problem 429, if the address has opened too many chats this minute
    public void check(String address) {
        if (enabled && !limiters.get(address).acquirePermission()) {
            throw Problem.later(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-chats",
                    "Too many chats were opened from here. Try again in a minute.",
                    PERIOD);
        }
    }
}
