package org.tpx.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Instants as text agree with the JDK's own reading, to the nanosecond. */
class InstantTextTest {
    private static final long SEED = 20_250_609L;

    @Test
    void shouldWriteNineDigitsAtTheOffsetOfTheExchange() {
        assertThat(InstantText.OF_THE_EXCHANGE.format(0)).isEqualTo("1970-01-01T08:00:00.000000000+08:00");
        assertThat(InstantText.OF_THE_EXCHANGE.format(1_749_430_800_000_000_007L))
                .isEqualTo("2025-06-09T09:00:00.000000007+08:00");
    }

    @Test
    void shouldAgreeWithTheJdkOnAnyInstant() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            long nanos = (random.nextLong() >>> 1) % 9_223_372_035_000_000_000L;
            String text = InstantText.OF_THE_EXCHANGE.format(nanos);
            Instant expected = Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
            assertThat(OffsetDateTime.parse(text).toInstant())
                    .as("seed %d", SEED)
                    .isEqualTo(expected);
            assertThat(InstantText.parse(text, "at")).as("seed %d", SEED).isEqualTo(nanos);
        }
    }

    @Test
    void shouldReadFewerDigitsAndOtherOffsets() {
        long nanos = 1_749_430_800_500_000_000L;
        assertThat(InstantText.parse("2025-06-09T09:00:00.5+08:00", "at")).isEqualTo(nanos);
        assertThat(InstantText.parse("2025-06-09T01:00:00.500Z", "at")).isEqualTo(nanos);
        assertThat(InstantText.parse("2025-06-08T19:30:00.500000000-05:30", "at"))
                .isEqualTo(nanos);
        assertThat(InstantText.parse("1970-01-01T00:00:00Z", "at")).isZero();
    }

    @Test
    void shouldKnowWhenTheDayOfTheExchangeBegan() {
        InstantText exchange = InstantText.OF_THE_EXCHANGE;
        long midnight = InstantText.parse("2025-06-09T00:00:00+08:00", "at");
        assertThat(exchange.startOfDay(midnight)).isEqualTo(midnight);
        assertThat(exchange.startOfDay(midnight - 1)).isEqualTo(midnight - 86_400_000_000_000L);
        assertThat(exchange.startOfDay(InstantText.parse("2025-06-09T23:59:59.999999999+08:00", "at")))
                .isEqualTo(midnight);
        assertThat(exchange.startOfDay(0)).isEqualTo(-8 * 3_600_000_000_000L);
        assertThat(exchange.offsetSeconds()).isEqualTo(28_800);
    }
}
