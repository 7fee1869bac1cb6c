package org.tpx.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.kernel.Tape.nanos;
import static org.tpx.protocol.MandateScope.BOTH;
import static org.tpx.protocol.MandateScope.BUY;
import static org.tpx.protocol.MandateScope.SELL;
import static org.tpx.protocol.RejectReason.CODE_TAKEN;
import static org.tpx.protocol.RejectReason.MEMBER_NOT_ACTIVE;
import static org.tpx.protocol.RejectReason.NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.ROLE_NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.SUSPENDED_MEMBER;
import static org.tpx.protocol.RejectReason.UNKNOWN_PRINCIPAL;
import static org.tpx.protocol.RejectReason.UNKNOWN_SUBJECT;

import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Timers;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.ApplySanction;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MemberCommand.RevokeMandate;
import org.tpx.protocol.MemberEvent.MandateGranted;
import org.tpx.protocol.MemberEvent.MandateRevoked;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.Sanction;

/** Parties and their mandates, and every refusal in the order of the reasons. */
class MandatesTest {

    private static final long JUNE = nanos("2025-06-01T00:00");
    private static final long JULY = nanos("2025-07-01T00:00");
    private static final long AUGUST = nanos("2025-08-01T00:00");
    private static final Hash256 PAPERS = new Hash256(7, 7, 7, 7);

    private final Tape tape = new Tape();
    private final Members members = Cast.on(tape).members();
    private final Parties parties = members.parties();
    private final Mandates mandates = members.mandates();

    @Test
    void shouldRegisterAPartyWithDigestsOnly() {
        RegisterParty command = new RegisterParty("B2", PAPERS, Cast.ACCOUNT);
        assertThat(tape.by(Cast.AGENT_1).run(command, parties::registerParty))
                .containsExactly(new PartyRegistered(Cast.BANK + 1, "B2", PAPERS, Cast.ACCOUNT));
        assertThat(parties.exists(Cast.BANK + 1)).isTrue();
        assertThat(parties.isOwnAccount(Cast.BANK + 1, Cast.ACCOUNT)).isTrue();
        assertThat(parties.isOwnAccount(Cast.BANK + 1, PAPERS)).isFalse();
        assertThat(parties.isOwnAccount(Cast.BANK + 1, Hash256.ZERO)).isTrue();
        assertThat(parties.exists(Cast.NOBODY)).isFalse();
    }

    @Test
    void shouldRefuseToRegisterAPartyInTheOrderOfTheReasons() {
        RegisterParty taken = new RegisterParty("B1", PAPERS, Hash256.ZERO);
        tape.by(Cast.STRANGER).refuses(taken, parties::registerParty, UNKNOWN_PRINCIPAL, 0);
        tape.by(Cast.SUPERVISOR).refuses(taken, parties::registerParty, ROLE_NOT_ALLOWED, 0);
        suspend(Cast.MEMBER_S);
        tape.by(Cast.AGENT_S).refuses(taken, parties::registerParty, SUSPENDED_MEMBER, 0);
        expel(Cast.MEMBER_S);
        tape.by(Cast.AGENT_S).refuses(taken, parties::registerParty, MEMBER_NOT_ACTIVE, 0);
        tape.by(Cast.CLERK).refuses(taken, parties::registerParty, CODE_TAKEN, 0);
        tape.by(Cast.AGENT_1).refuses(taken, parties::registerParty, CODE_TAKEN, 0);
    }

    @Test
    void shouldLetAnAgentRecordTheMandatesOfItsOwnMember() {
        GrantMandate grant = grant(Cast.BANK, Cast.MEMBER_1, BUY, JUNE, JULY);
        assertThat(tape.by(Cast.AGENT_1).run(grant, mandates::grantMandate))
                .containsExactly(new MandateGranted(Cast.BANK, Cast.MEMBER_1, BUY, JUNE, JULY));
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, BUY, JUNE)).isTrue();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, BUY, JULY)).isFalse();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, SELL, JUNE)).isFalse();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_S, BUY, JUNE)).isFalse();
    }

    @Test
    void shouldReplaceTheGrantForTheSameSideOnly() {
        tape.by(Cast.CLERK).run(grant(Cast.BANK, Cast.MEMBER_1, BOTH, JUNE, JULY), mandates::grantMandate);
        tape.run(grant(Cast.BANK, Cast.MEMBER_1, SELL, JULY, AUGUST), mandates::grantMandate);
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, SELL, JUNE)).isFalse();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, SELL, JULY)).isTrue();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, BUY, JUNE)).isTrue();
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, BUY, JULY)).isFalse();
        tape.run(grant(Cast.BANK, Cast.MEMBER_1, BUY, JULY, AUGUST), mandates::grantMandate);
        assertThat(mandates.covers(Cast.BANK, Cast.MEMBER_1, BOTH, JULY)).isTrue();
    }

    @Test
    void shouldEndBothSidesOfAMandateAtOnce() {
        tape.by(Cast.CLERK).run(grant(Cast.SELLER, Cast.MEMBER_S, BUY, JUNE, JULY), mandates::grantMandate);
        RevokeMandate revoke = new RevokeMandate(Cast.SELLER, Cast.MEMBER_S);
        assertThat(tape.by(Cast.AGENT_S).run(revoke, mandates::revokeMandate))
                .containsExactly(new MandateRevoked(Cast.SELLER, Cast.MEMBER_S));
        assertThat(mandates.covers(Cast.SELLER, Cast.MEMBER_S, SELL, JUNE)).isFalse();
        assertThat(mandates.covers(Cast.SELLER, Cast.MEMBER_S, BUY, JUNE)).isFalse();
        assertThat(mandates.covers(Cast.B1, Cast.MEMBER_1, BUY, JUNE)).isTrue();
        tape.refuses(revoke, mandates::revokeMandate, NOT_ALLOWED, Cast.SELLER);
    }

    @Test
    void shouldRefuseAGrantInTheOrderOfTheReasons() {
        GrantMandate wrong = grant(Cast.NOBODY, Cast.MEMBER_S, SELL, JULY, JULY);
        tape.by(Cast.STRANGER).refuses(wrong, mandates::grantMandate, UNKNOWN_PRINCIPAL, Cast.NOBODY);
        tape.by(Cast.SUPERVISOR).refuses(wrong, mandates::grantMandate, ROLE_NOT_ALLOWED, Cast.NOBODY);
        tape.by(Cast.AGENT_1).refuses(wrong, mandates::grantMandate, ROLE_NOT_ALLOWED, Cast.NOBODY);
        suspend(Cast.MEMBER_S);
        tape.by(Cast.AGENT_S).refuses(wrong, mandates::grantMandate, SUSPENDED_MEMBER, Cast.NOBODY);
        expel(Cast.MEMBER_S);
        tape.by(Cast.CLERK).refuses(wrong, mandates::grantMandate, MEMBER_NOT_ACTIVE, Cast.NOBODY);
        tape.refuses(
                grant(Cast.NOBODY, Cast.MEMBER_1, BUY, JULY, JULY),
                mandates::grantMandate,
                UNKNOWN_SUBJECT,
                Cast.NOBODY);
        tape.refuses(grant(Cast.B1, 44, BUY, JULY, JULY), mandates::grantMandate, UNKNOWN_SUBJECT, Cast.B1);
        tape.refuses(grant(Cast.B1, Cast.MEMBER_1, BUY, JULY, JULY), mandates::grantMandate, NOT_ALLOWED, Cast.B1);
        tape.refuses(grant(Cast.B1, Cast.MEMBER_1, BUY, JULY, JUNE), mandates::grantMandate, NOT_ALLOWED, Cast.B1);
        assertThat(mandates.covers(Cast.B1, Cast.MEMBER_1, BUY, JULY))
                .as("the grant before")
                .isTrue();
    }

    @Test
    void shouldRefuseARevocationInTheOrderOfTheReasons() {
        RevokeMandate unknown = new RevokeMandate(Cast.NOBODY, Cast.MEMBER_S);
        tape.by(Cast.STRANGER).refuses(unknown, mandates::revokeMandate, UNKNOWN_PRINCIPAL, Cast.NOBODY);
        tape.by(Cast.OPERATOR).refuses(unknown, mandates::revokeMandate, ROLE_NOT_ALLOWED, Cast.NOBODY);
        tape.by(Cast.AGENT_1).refuses(unknown, mandates::revokeMandate, ROLE_NOT_ALLOWED, Cast.NOBODY);
        suspend(Cast.MEMBER_S);
        tape.by(Cast.AGENT_S).refuses(unknown, mandates::revokeMandate, SUSPENDED_MEMBER, Cast.NOBODY);
        tape.by(Cast.CLERK).refuses(unknown, mandates::revokeMandate, UNKNOWN_SUBJECT, Cast.NOBODY);
        tape.refuses(new RevokeMandate(Cast.B1, 44), mandates::revokeMandate, UNKNOWN_SUBJECT, Cast.B1);
        tape.refuses(new RevokeMandate(Cast.B1, Cast.MEMBER_S), mandates::revokeMandate, NOT_ALLOWED, Cast.B1);
    }

    @Test
    void shouldLetAClerkEndTheMandateOfAMemberThatIsGone() {
        expel(Cast.MEMBER_S);
        assertThat(tape.by(Cast.CLERK).run(new RevokeMandate(Cast.SELLER, Cast.MEMBER_S), mandates::revokeMandate))
                .containsExactly(new MandateRevoked(Cast.SELLER, Cast.MEMBER_S));
    }

    @Test
    void shouldSurviveASnapshot() {
        tape.by(Cast.CLERK).run(grant(Cast.BANK, Cast.MEMBER_1, BUY, JUNE, JULY), mandates::grantMandate);
        tape.run(new RevokeMandate(Cast.SELLER, Cast.MEMBER_S), mandates::revokeMandate);
        Members read = new Members(new Timers());
        tape.roundTrip(members::exchange, read::exchange);
        assertThat(read.parties().isOwnAccount(Cast.B1, PAPERS)).isFalse();
        assertThat(read.mandates().covers(Cast.B1, Cast.MEMBER_1, BUY, JUNE)).isTrue();
        assertThat(read.mandates().covers(Cast.SELLER, Cast.MEMBER_S, SELL, JUNE))
                .isFalse();
        assertThat(tape.run(grant(Cast.SELLER, Cast.MEMBER_S, SELL, JUNE, JULY), read.mandates()::grantMandate))
                .hasSize(1);
        assertThat(read.mandates().covers(Cast.SELLER, Cast.MEMBER_S, SELL, JUNE))
                .isTrue();
        tape.refuses(
                new RegisterParty("BANK", Hash256.ZERO, Hash256.ZERO), read.parties()::registerParty, CODE_TAKEN, 0);
    }

    private static GrantMandate grant(long partyId, long memberId, MandateScope scope, long from, long until) {
        return new GrantMandate(partyId, memberId, scope, from, until, PAPERS);
    }

    private void suspend(long memberId) {
        sanction(memberId, Sanction.SUSPEND, nanos("2025-04-01T00:00"));
    }

    private void expel(long memberId) {
        sanction(memberId, Sanction.EXPEL, 0);
    }

    private void sanction(long memberId, Sanction sanction, long untilNanos) {
        tape.by(Cast.SUPERVISOR)
                .run(
                        new ApplySanction(memberId, sanction, "CASE-1", "Rule 7", untilNanos),
                        members.memberships()::applySanction);
    }
}
