package org.tpx.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTest {

    private final Codes codes = new Codes();

    @Test
    void shouldFindWhatACodeNames() {
        codes.enter(new Thing(7, "CN-2025"));
        assertThat(codes.isTaken("CN-2025")).isTrue();
        assertThat(codes.find("CN-2025")).isEqualTo(7);
        assertThat(codes.isTaken("cn-2025")).isFalse();
        assertThat(codes.find("cn-2025")).isZero();
    }

    @Test
    void shouldNotGiveACodeTwice() {
        codes.enter(new Thing(1, "B1"));
        Thing other = new Thing(2, "B1");
        assertThatThrownBy(() -> codes.enter(other)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldForgetWhatTheRowsOfASnapshotDoNotName() {
        codes.enter(new Thing(1, "B1"));
        codes.restore(List.of(new Thing(1, "B2"), new Thing(2, "B3")));
        assertThat(codes.isTaken("B1")).isFalse();
        assertThat(codes.find("B3")).isEqualTo(2);
    }

    private record Thing(long id, String code) implements Codes.Coded {}
}
