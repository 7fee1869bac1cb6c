package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.SystemCommand.OpenExchange;
import org.tpx.protocol.SystemCommand.SetAdmission;
import org.tpx.protocol.SystemCommand.TakeSnapshot;
import org.tpx.protocol.SystemCommand.Tick;
import org.tpx.protocol.SystemEvent.CommandRepeated;
import org.tpx.protocol.SystemEvent.DigestTaken;

/** What every command passes first, and what the node itself sends: duplicates, admission, founding, snapshots, digests. */
class FrontDoorTest extends Scenario {

    @Test
    void shouldGiveTheFirstOutcomeOfACommandThatComesTwice() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .accepted();
        long first = market.host().turns().size();
        at("2025-07-08 10:20")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .then("CommandRepeated originalSequence=" + first);
        market.bids("B2", "CNY 6,050,000.00").accepted();
        by("A-B1", market.bid("B1", "CNY 6,100,000.00")).accepted();
        at("2025-07-08 10:30")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .then("CommandRepeated originalSequence=" + first);
        market.by("A-B1", 77, market.bid("B1", "CNY 6,150,000.00")).refused(RejectReason.DUPLICATE_CLIENT_ID);
    }

    @Test
    void shouldTakeARefusalForAnOutcomeToo() {
        market.inAuction("B1", "B2");
        at("2025-07-08 10:10")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .refused(RejectReason.AUCTION_NOT_OPEN);
        long first = market.host().turns().size();
        market.schedules("2025-07-08 11:00", "");
        at("2025-07-08 11:10")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .including("CommandRepeated originalSequence=" + first);
    }

    @Test
    void shouldKeepTheReferencesOfOneMemberTogetherAndThoseOfOthersApart() {
        market.inBidding(listing("L1"), "B1", "B2");
        market.decided(new ProposePrincipal("ENROL-2", "A-B1-2", Role.AGENT, market.id(Ref.MEMBER, "M-B1")));
        at("2025-07-08 10:10")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .accepted();
        market.by("A-B1-2", 77, market.bid("B1", "CNY 6,000,000.00")).including("CommandRepeated");
        market.by("A-B2", 77, market.bid("B2", "CNY 6,050,000.00")).accepted();
        market.by("CLERK-1", 77, market.bid("B1", "CNY 6,000,000.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        market.by("CLERK-2", 77, market.bid("B2", "CNY 6,000,000.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
    }

    @Test
    void shouldRememberReferencesInASnapshot() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10")
                .by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00"))
                .accepted();
        market.by("A-B1", 77, market.bid("B1", "CNY 6,000,000.00")).including("CommandRepeated");
        List<Played> turns = market.host().turns();
        Exchange resumed = TestHost.read(market.host().snapshot());
        resumed.onCommand(turns.get(turns.size() - 1).frame(), 0);
        assertThat(TestHost.eventBytes()).isEqualTo(turns.get(turns.size() - 1).eventBytes());
    }

    @Test
    void shouldRememberThousandsOfReferences() {
        market.inBidding(listing("L1"), "B1", "B2");
        for (int id = 100_000; id < 110_000; id++) {
            market.by("A-B1", id, market.bid("B1", "CNY 1.00"));
        }
        Exchange resumed = TestHost.read(market.host().snapshot());
        for (int turn = market.host().turns().size() - 10_000;
                turn < market.host().turns().size();
                turn += 97) {
            Played played = market.host().turns().get(turn);
            resumed.onCommand(played.frame(), 0);
            assertThat(TestHost.events().get(0)).isEqualTo(new CommandRepeated(played.sequence()));
        }
    }

    @Test
    void shouldRefuseNewBusinessWhileTheNodeIsFullAndLetEverythingElseGoOn() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").by("NODE", new SetAdmission(false)).then("AdmissionChanged open=false");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.NODE_FULL);
        market.drafts(listing("L2")).refused(RejectReason.NODE_FULL).on("L1");
        market.by("NOBODY", market.bid("B1", "CNY 6,000,000.00")).refused(RejectReason.NODE_FULL);
        market.halts(HaltScope.LISTING).accepted().lifts(HaltScope.LISTING).accepted();
        at("2025-07-08 11:00").including("LimitedPeriodStarted listing=L1");
        market.deposits("B1", "CNY 1.00").accepted().withdraws().refused(RejectReason.NOT_ALLOWED);
        market.by("NODE", new SetAdmission(true)).including("AdmissionChanged open=true");
        market.bids("B1", "CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldLetNewBusinessInAgainWithAStartOfTheNode() {
        market.inBidding(listing("L1"), "B1", "B2").by("NODE", new SetAdmission(false));
        market.restarts("2025-07-08 10:01").lifts(HaltScope.LISTING);
        at("2025-07-08 10:02").bids("B1", "CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldBeFoundedOnceByTwoSupervisorsAtLeast() {
        by("NODE", Rulebook.founding()).refused(RejectReason.NOT_ALLOWED);
        refusesToOpen(new Founder("S-1", Role.SUPERVISOR), new Founder("C-1", Role.CLERK));
        refusesToOpen(new Founder("S-1", Role.SUPERVISOR), new Founder("S-1", Role.SUPERVISOR));
        refusesToOpen(
                new Founder("S-1", Role.SUPERVISOR),
                new Founder("S-2", Role.SUPERVISOR),
                new Founder("A-1", Role.AGENT));
        refusesToOpen(
                new Founder("S-1", Role.SUPERVISOR),
                new Founder("S-2", Role.SUPERVISOR),
                new Founder("N-1", Role.NODE));
    }

    private static void refusesToOpen(Founder... founders) {
        TestHost host = new TestHost();
        host.submit(0, 0, new OpenExchange("X", List.of(founders)));
        assertThat(host.turns().get(0).events())
                .hasToString("[CommandRefused[commandTemplateId=5, reason=NOT_ALLOWED, subjectId=0]]");
        assertThat(host.submit(1, 1, new Continue()).events())
                .hasToString("[CommandRefused[commandTemplateId=3, reason=UNKNOWN_PRINCIPAL, subjectId=0]]");
    }

    @Test
    void shouldLetNobodyButTheNodeSendWhatIsTheNodes() {
        by("SUPERVISOR-1", new Tick(1)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-1", new Continue()).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-1", new TakeSnapshot()).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", new SetAdmission(false)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", Rulebook.founding()).refused(RejectReason.ROLE_NOT_ALLOWED);
    }

    @Test
    void shouldMarkThePlaceOfASnapshotAndChangeNothing() {
        market.disclosed(listing("L1"));
        byte[] before = market.host().snapshot();
        at("2025-06-20 10:00").by("NODE", new TakeSnapshot()).then("SnapshotTaken");
        assertThat(withoutDigest(market.host().snapshot())).isEqualTo(withoutDigest(before));
    }

    // The running digest over all events comes first.
    private static byte[] withoutDigest(byte[] snapshot) {
        return Arrays.copyOfRange(snapshot, Long.BYTES, snapshot.length);
    }

    @Test
    void shouldGoOnWithNothingWhereNothingIsLeftToDo() {
        at("2025-06-20 10:00").by("NODE", new Continue()).then("Continued remaining=0");
    }

    @Test
    void shouldStopAtATickThatComesOutOfTurn() {
        market.disclosed(listing("L1"));
        TestHost host = market.host();
        byte[] before = host.snapshot();
        assertThatThrownBy(() -> host.submit(0, 0, new Tick(99))).isInstanceOf(InvariantBrokenException.class);
        assertThatThrownBy(() -> TestHost.read(before).onCommand(tickTooEarly(host), 0))
                .isInstanceOf(InvariantBrokenException.class)
                .hasMessageContaining("not stamped with its deadline");
    }

    private static DirectBuffer tickTooEarly(TestHost host) {
        return TestHost.frame(1_000, host.nextDeadlineNanos() - 1, 0, 0, new Tick(host.nextTimerId()));
    }

    @Test
    void shouldTellARunningDigestEveryTenThousandTurns() {
        market.party("B1").disclosed(listing("L1")).intends("B1");
        while (market.host().turns().size() < 20_000) {
            market.host().submit(0, 0, new Continue());
        }
        List<DigestTaken> digests = market.host().turns().stream()
                .flatMap(turn -> turn.events().stream())
                .filter(DigestTaken.class::isInstance)
                .map(DigestTaken.class::cast)
                .toList();
        assertThat(digests).hasSize(2);
        assertThat(digests.get(0).eventDigest()).isNotEqualTo(digests.get(1).eventDigest());
        assertThat(digests.get(1))
                .extracting(DigestTaken::listings, DigestTaken::intents, DigestTaken::timers, DigestTaken::accounts)
                .containsExactly(1L, 1L, 2L, 0L);
        assertThat(market.host().turns().get(9_999).events()).hasSize(2);
    }

    @Test
    void shouldGiveAnotherDigestForAnotherHistory() {
        assertThat(digestOf("one")).isEqualTo(digestOf("one")).isNotEqualTo(digestOf("two"));
    }

    private static long digestOf(String party) {
        Market other = new Market();
        other.party(party);
        byte[] snapshot = other.host().snapshot();
        return new UnsafeBuffer(snapshot).getLong(0);
    }
}
