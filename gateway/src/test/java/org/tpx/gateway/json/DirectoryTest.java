package org.tpx.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tpx.protocol.GovernanceEvent;
import org.tpx.protocol.Ref;
import org.tpx.protocol.Role;
import org.tpx.wire.FieldShape;
import org.tpx.wire.Templates;

/** Names are learned from events and from nothing else. */
class DirectoryTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldTranslateEveryKindOfNameInBothDirections(Ref ref) {
        Directory directory = RandomMessages.directory();
        for (long id = 1; id <= RandomMessages.KNOWN; id++) {
            String code = directory.code(ref, id);
            assertThat(code).isNotEqualTo(Directory.UNKNOWN);
            assertThat(directory.id(ref, code, "x")).isEqualTo(id);
        }
    }

    @Test
    void shouldKnowAnEventForEveryCodeThatCallersChoose() {
        List<Ref> declared = Templates.ofProtocol().events().stream()
                .flatMap(event -> event.fields().stream())
                .map(FieldShape::declares)
                .filter(ref -> ref != Ref.NONE)
                .toList();
        List<Ref> chosen = Arrays.stream(Ref.values())
                .filter(ref -> ref != Ref.NONE && !ref.isNumbered())
                .toList();
        assertThat(declared).containsExactlyInAnyOrderElementsOf(chosen);
    }

    @Test
    void shouldKeepOneNameOverSeveralVersions() {
        Directory directory = new Directory();
        directory.learn(new GovernanceEvent.CalendarVersionLoaded(1, "CN-2025", 1, true, 28_800, List.of()));
        directory.learn(new GovernanceEvent.CalendarVersionLoaded(1, "CN-2025", 2, false, 28_800, List.of()));
        assertThat(directory.id(Ref.CALENDAR, "CN-2025", "calendar")).isEqualTo(1);
    }

    @Test
    void shouldNeverTakeAnUnknownPersonForTheNode() {
        Directory directory = new Directory();
        directory.learn(new GovernanceEvent.PrincipalEnrolled(1, "CLERK-1", Role.CLERK, 0));
        assertThat(directory.principal("CLERK-1")).isEqualTo(1);
        assertThat(directory.principal("CLERK-2")).isEqualTo(Directory.NOBODY);
        assertThat(directory.principal("NODE")).isZero();
        assertThat(directory.code(Ref.PRINCIPAL, 0)).isEqualTo("NODE");
        assertThat(directory.code(Ref.PRINCIPAL, Directory.NOBODY)).isEqualTo("UNKNOWN");
    }
}
