package org.tpx.engine.member;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Timers;

/** The registers of persons, members, parties and mandates, wired together. Single-threaded. */
public final class Members {

    private final Principals principals = new Principals();
    private final Memberships memberships;
    private final Parties parties;
    private final Mandates mandates;
    private final Commissions commissions;
    private final MemberParties memberParties;
    private final Keys keys = new Keys(principals);
    private final Qualifications qualifications = new Qualifications(principals);
    private final Access access;

    /** Empty registers; suspensions end by these timers. */
    public Members(Timers timers) {
        memberships = new Memberships(principals, timers);
        parties = new Parties(principals, memberships);
        mandates = new Mandates(principals, memberships, parties);
        commissions = new Commissions(principals, memberships, parties, mandates);
        memberParties = new MemberParties(principals, memberships, parties);
        access = new Access(principals, memberships, parties, mandates, qualifications);
    }

    /** Answers who may do what. */
    public Access access() {
        return access;
    }

    /** The persons. */
    public Principals principals() {
        return principals;
    }

    /** The members. */
    public Memberships memberships() {
        return memberships;
    }

    /** The clients. */
    public Parties parties() {
        return parties;
    }

    /** Who acts for whom. */
    public Mandates mandates() {
        return mandates;
    }

    /** What brokers get. */
    public Commissions commissions() {
        return commissions;
    }

    /** Which parties the members are themselves. */
    public MemberParties memberParties() {
        return memberParties;
    }

    /** The keys that stand for persons. */
    public Keys keys() {
        return keys;
    }

    /** Who is qualified to act for clients. */
    public Qualifications qualifications() {
        return qualifications;
    }

    /** Writes or reads all registers. */
    public void exchange(Snapshot snapshot) {
        principals.exchange(snapshot);
        memberships.exchange(snapshot);
        parties.exchange(snapshot);
        mandates.exchange(snapshot);
        commissions.exchange(snapshot);
        keys.exchange(snapshot);
        qualifications.exchange(snapshot);
    }
}
