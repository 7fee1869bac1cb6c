package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LicenceMode;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RegisterEvent.EntryCorrected;
import org.tpx.protocol.RegisterEvent.LicenceEntered;
import org.tpx.protocol.RegisterEvent.PledgeEntered;
import org.tpx.protocol.RegisterEvent.RightStatusRecorded;
import org.tpx.protocol.RegisterEvent.ShareTransferred;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightEvent.TitleRecorded;
import org.tpx.protocol.RightStanding;
import org.tpx.protocol.RightType;

/** The title register is looked at a second time: each entry that the engine could get wrong is found. */
class TitleDifferenceTest {
    private static final long R1 = 1;
    private static final long OWNER = 1;
    private static final long CO = 2;
    private static final long BANK = 3;
    private static final long NOW = nanos("2025-06-03T10:00:00");

    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingWhereEveryEntryIsRight() {
        assertThat(differences(
                        standing("2035-01-01T00:00:00"),
                        pledge("PLEDGE-1", OWNER, "2030-01-01T00:00:00"),
                        new EncumbranceReleased(R1, "PLEDGE-1"),
                        licence("LIC-1", LicenceMode.ORDINARY, false),
                        new ShareTransferred(R1, CO, BANK, 1_000, owners(6_000, 3_000, 1_000), "DEED-1"),
                        new EntryCorrected(R1, owners(6_000, 4_000, 0), "DEED-1", "CORR-1", "an error")))
                .isEmpty();
    }

    @Test
    void shouldFindSharesThatAreNotTheWhole() {
        assertThat(differences(new TitleRecorded(R1, "DEED-1", owners(6_000, 3_999, 0))))
                .containsExactly("sum of shares of right R1: 10000, found 9999");
        assertThat(differences(new TitleRecorded(R1, "DEED-1", List.of(new Owner(CO, 5_000), new Owner(CO, 5_000)))))
                .containsExactly("different owners of right R1: 2, found 1");
    }

    @Test
    void shouldFindAShareThatPassedOtherwiseThanItWasTold() {
        assertThat(differences(new ShareTransferred(R1, CO, BANK, 1_000, owners(6_000, 2_000, 2_000), "DEED-1")))
                .singleElement()
                .asString()
                .startsWith("owners after a share passed of right R1");
    }

    @Test
    void shouldFindPledgesThatTheRulesDoNotAllow() {
        assertThat(differences(pledge("PLEDGE-1", BANK, "2030-01-01T00:00:00")))
                .singleElement()
                .asString()
                .startsWith("pledgor of right R1: an owner on record");
        assertThat(differences(
                        pledge("PLEDGE-1", OWNER, "2030-01-01T00:00:00"),
                        pledge("PLEDGE-2", OWNER, "2030-01-01T00:00:00")))
                .containsExactly("open pledges of right R1: 0, found one or more");
        assertThat(differences(standing("2029-01-01T00:00:00"), pledge("PLEDGE-1", OWNER, "2030-01-01T00:00:00")))
                .containsExactly("debt of PLEDGE-1 of right R1: due within the right's term, found due later");
        assertThat(differences(standing("2025-06-03T10:00:00"), pledge("PLEDGE-1", OWNER, "2025-06-03T10:00:00")))
                .singleElement()
                .asString()
                .startsWith("standing of right R1: in force");
        assertThat(differences(
                        new EncumbranceRecorded(R1, EncumbranceKind.PRESERVATION, 0, "COURT-1"),
                        pledge("PLEDGE-1", OWNER, "2030-01-01T00:00:00")))
                .containsExactly("open freezes of right R1: 0, found one or more");
    }

    @Test
    void shouldFindLicencesBesideAnExclusiveOneAndThoseThatAreLateUntold() {
        assertThat(differences(
                        licence("LIC-1", LicenceMode.SOLE, false), licence("LIC-2", LicenceMode.ORDINARY, false)))
                .containsExactly("exclusive or sole licences beside LIC-2 of right R1: 0, found 1");
        assertThat(differences(licence("LIC-1", LicenceMode.ORDINARY, true)))
                .containsExactly("lateness of LIC-1 of right R1: false, found true");
    }

    @Test
    void shouldFindWhatEndsOrIsCorrectedWithoutHavingBeenEntered() {
        assertThat(differences(new EncumbranceReleased(R1, "PLEDGE-9")))
                .containsExactly("what ends under PLEDGE-9 of right R1: 1, found 0");
        assertThat(differences(new EntryCorrected(R1, List.of(), "DEED-9", "CORR-1", "an error")))
                .containsExactly("corrected entry DEED-9 of right R1: on the page, found not there");
        assertThat(differences(
                        new EncumbranceRecorded(R1, EncumbranceKind.LICENCE, BANK, "LIC-1"),
                        new EncumbranceRecorded(R1, EncumbranceKind.LICENCE, BANK, "LIC-1")))
                .containsExactly("number LIC-1 of right R1: free, found taken");
    }

    private List<String> differences(Event... entries) {
        List<String> found = new ArrayList<>();
        SettlementDatabase database =
                SettlementDatabase.open(directory.resolve("titles-" + System.identityHashCode(entries)));
        try (SettlementProjection projection = new SettlementProjection(
                database,
                difference -> found.add(
                        difference.what() + ": " + difference.expected() + ", found " + difference.found()))) {
            long sequence = 1;
            projection.onTurn(sequence++, NOW, List.of(party(OWNER, "OWNER"), party(CO, "CO"), party(BANK, "BANK")));
            projection.onTurn(
                    sequence++,
                    NOW,
                    List.of(new RightRegistered(
                            R1,
                            "R1",
                            RightType.PATENT_INVENTION,
                            "EXAMPLE R1",
                            "An example",
                            owners(6_000, 4_000, 0))));
            for (Event entry : entries) {
                projection.onTurn(sequence++, NOW, List.of(entry));
            }
            projection.commit();
        }
        return found;
    }

    private static PartyRegistered party(long id, String code) {
        return new PartyRegistered(id, code, Hash256.ZERO, Hash256.ZERO);
    }

    private static List<Owner> owners(int owner, int co, int bank) {
        List<Owner> owners = new ArrayList<>(List.of(new Owner(OWNER, owner), new Owner(CO, co)));
        if (bank > 0) {
            owners.add(new Owner(BANK, bank));
        }
        return owners;
    }

    private static RightStatusRecorded standing(String termEnds) {
        return new RightStatusRecorded(
                R1,
                RightStanding.IN_FORCE,
                nanos("2015-01-01T00:00:00"),
                nanos(termEnds),
                0,
                false,
                false,
                "EXTRACT-1");
    }

    private static PledgeEntered pledge(String reference, long pledgorId, String due) {
        return new PledgeEntered(R1, pledgorId, BANK, cny("1800000.00"), nanos(due), reference);
    }

    private static LicenceEntered licence(String reference, LicenceMode mode, boolean late) {
        return new LicenceEntered(
                R1,
                OWNER,
                BANK,
                mode,
                NOW,
                nanos("2030-01-01T00:00:00"),
                nanos("2025-09-04T00:00:00"),
                late,
                reference,
                "");
    }
}
