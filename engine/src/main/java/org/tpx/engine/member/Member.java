package org.tpx.engine.member;

import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.MemberState;
import org.tpx.protocol.MembershipClass;

/** A member of the exchange and where its membership stands. */
final class Member implements Snapshot.Part, Codes.Coded {
    private long id;
    private String code = "";
    private MembershipClass membershipClass = MembershipClass.BROKER;
    private MemberState state = MemberState.APPLIED;
    private long termTimerId;
    private long partyId;

    Member() {}

    Member(long id, String code, MembershipClass membershipClass) {
        this.id = id;
        this.code = code;
        this.membershipClass = membershipClass;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String code() {
        return code;
    }

    MemberState state() {
        return state;
    }

    /** The timer that ends a suspension, or 0. */
    long termTimerId() {
        return termTimerId;
    }

    MembershipClass membershipClass() {
        return membershipClass;
    }

    /** The party that the member is itself, or 0 where none is named. */
    long partyId() {
        return partyId;
    }

    void link(long ownPartyId) {
        partyId = ownPartyId;
    }

    void enter(MemberState next) {
        state = next;
        termTimerId = 0;
    }

    void suspend(long timerId) {
        state = MemberState.SUSPENDED;
        termTimerId = timerId;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        membershipClass = snapshot.constant(membershipClass);
        state = snapshot.constant(state);
        termTimerId = snapshot.number(termTimerId);
        partyId = snapshot.number(partyId);
    }
}
