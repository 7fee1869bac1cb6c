package org.tpx.engine.member;

import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Timers;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Role;

/** The people of the worked examples: officers, two members with an agent each, and parties with mandates for 2025. */
public final class Cast {
    public static final long NODE = 0;
    public static final long OPERATOR = 1;
    public static final long SUPERVISOR = 2;
    public static final long SUPERVISOR_2 = 3;
    public static final long CLERK = 4;
    public static final long CLERK_2 = 5;
    public static final long AUDITOR = 6;
    public static final long AGENT_S = 7;
    public static final long AGENT_1 = 8;
    public static final long STRANGER = 99;

    public static final long MEMBER_S = 1;
    public static final long MEMBER_1 = 2;

    public static final long SELLER = 1;
    public static final long B1 = 2;
    public static final long BANK = 3;
    public static final long NOBODY = 99;

    public static final long FROM_NANOS = Tape.nanos("2025-01-01T00:00");
    public static final long UNTIL_NANOS = Tape.nanos("2026-01-01T00:00");
    public static final Hash256 ACCOUNT = new Hash256(1, 2, 3, 4);

    private final Tape tape;
    private final Timers timers = new Timers();
    private final Members members = new Members(timers);

    private Cast(Tape tape) {
        this.tape = tape;
    }

    /** Brings everyone onto the stage, with turns of this tape. */
    public static Cast on(Tape tape) {
        Cast cast = new Cast(tape);
        tape.at("2025-01-02T09:00").by(NODE);
        cast.enrol("OPERATOR-1", Role.OPERATOR, 0);
        cast.enrol("SUPERVISOR-1", Role.SUPERVISOR, 0);
        cast.enrol("SUPERVISOR-2", Role.SUPERVISOR, 0);
        cast.enrol("CLERK-1", Role.CLERK, 0);
        cast.enrol("CLERK-2", Role.CLERK, 0);
        cast.enrol("AUDITOR-1", Role.AUDITOR, 0);
        cast.admit("M-S", MEMBER_S);
        cast.admit("M-1", MEMBER_1);
        cast.enrol("AGENT-S", Role.AGENT, MEMBER_S);
        cast.enrol("AGENT-1", Role.AGENT, MEMBER_1);
        cast.register("SELLER");
        cast.register("B1");
        cast.register("BANK");
        cast.mandate(SELLER, MEMBER_S, MandateScope.SELL);
        cast.mandate(B1, MEMBER_1, MandateScope.BUY);
        return cast;
    }

    public Members members() {
        return members;
    }

    public Timers timers() {
        return timers;
    }

    private void enrol(String code, Role role, long memberId) {
        tape.run(turn -> members.principals().enrol(turn, code, role, memberId));
    }

    private void admit(String code, long memberId) {
        tape.by(CLERK).run(new ApplyMembership(code, MembershipClass.BROKER), members.memberships()::applyMembership);
        tape.by(SUPERVISOR).run(new AdmitMember(memberId), members.memberships()::admitMember);
    }

    private void register(String code) {
        tape.by(CLERK).run(new RegisterParty(code, Hash256.ZERO, ACCOUNT), members.parties()::registerParty);
    }

    private void mandate(long partyId, long memberId, MandateScope scope) {
        GrantMandate grant = new GrantMandate(partyId, memberId, scope, FROM_NANOS, UNTIL_NANOS, Hash256.ZERO);
        tape.by(CLERK).run(grant, members.mandates()::grantMandate);
    }
}
