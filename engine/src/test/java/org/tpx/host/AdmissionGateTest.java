package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionGateTest {

    private static final long START = -5_000;

    private boolean room = true;
    private final AdmissionGate gate = new AdmissionGate(() -> room);

    @Test
    void shouldStayOpenWhileThereIsRoom() {
        assertThat(gate.changes(START)).isFalse();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void shouldCloseAtOnceAndOpenOnlyWhenThereHasBeenRoomForAWhile() {
        room = false;
        assertThat(gate.changes(START)).isTrue();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.changes(START + 1)).isFalse();
        room = true;
        assertThat(gate.changes(START + AdmissionGate.CALM_NANOS)).isFalse();
        room = false;
        assertThat(gate.changes(START + AdmissionGate.CALM_NANOS)).isFalse();
        room = true;
        assertThat(gate.changes(START + 2 * AdmissionGate.CALM_NANOS - 1)).isFalse();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.changes(START + 2 * AdmissionGate.CALM_NANOS)).isTrue();
        assertThat(gate.isOpen()).isTrue();
    }
}
