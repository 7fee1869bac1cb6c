package org.tpx.benchmarks.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void shouldComeBackFromItsLine() {
        Measurement measurement = new Measurement(71.5, 0.25, 96, 80, 210, 330, 20);
        assertThat(Measurement.isLine(measurement.line())).isTrue();
        assertThat(Measurement.parse(measurement.line())).isEqualTo(measurement);
        assertThat(Measurement.isLine("something else that a process says")).isFalse();
    }

    @Test
    void shouldTellWithinWhichTimeAShareWasDone() {
        LatencyCounts counts = new LatencyCounts();
        for (int nanos = 1; nanos <= 1_000; nanos++) {
            counts.add(nanos);
        }
        assertThat(counts.within(0.5)).isEqualTo(500);
        assertThat(counts.within(0.99)).isEqualTo(990);
        assertThat(counts.within(0.999)).isEqualTo(999);
        counts.add(10_000_000);
        assertThat(counts.within(1)).isEqualTo(65_535);
    }
}
