package org.tpx.engine.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeCommand.AgreeCommission;
import org.tpx.protocol.ChargeEvent.CommissionAgreed;
import org.tpx.protocol.ChargeEvent.CommissionDisclosed;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * What the mandates say of brokers' commissions. The seller's broker gets what the last notice disclosed, whatever is agreed later; the
 * buyer's broker what is agreed when the contract takes effect.
 */
public final class Commissions {

    private static final int CLERK_OR_AGENT = Access.mask(Role.CLERK, Role.AGENT);

    private record Agreement(long partyId, long memberId, MandateScope scope) {}

    private final Map<Agreement, CommissionTerms> agreed = new LinkedHashMap<>();
    private final Map<Long, CommissionTerms> disclosed = new LinkedHashMap<>();
    private final Principals principals;
    private final Memberships memberships;
    private final Parties parties;
    private final Mandates mandates;

    Commissions(Principals principals, Memberships memberships, Parties parties, Mandates mandates) {
        this.principals = principals;
        this.memberships = memberships;
        this.parties = parties;
        this.mandates = mandates;
    }

    /** Emits CommissionAgreed; what was agreed for the same side before no longer counts. */
    public void agree(Turn turn, AgreeCommission command) {
        RejectReason reason = obstacle(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        CommissionTerms terms =
                new CommissionTerms(command.memberId(), command.payer(), command.ratePpm(), command.minimum());
        agreed.put(new Agreement(command.partyId(), command.memberId(), command.scope()), terms);
        turn.emit(new CommissionAgreed(
                command.partyId(),
                command.memberId(),
                command.scope(),
                command.payer(),
                command.ratePpm(),
                command.minimum()));
    }

    /** A notice of this listing is published: emits CommissionDisclosed where the transferor has agreed on one with its member. */
    public void disclose(Turn turn, long listingId, long transferorId, long memberId) {
        disclosed.remove(listingId);
        CommissionTerms terms = agreed(transferorId, memberId, MandateScope.SELL);
        if (terms != null) {
            disclosed.put(listingId, terms);
            turn.emit(new CommissionDisclosed(listingId, memberId, terms.payer(), terms.ratePpm(), terms.minimum()));
        }
    }

    /** What the last notice of the listing says that the seller's broker gets, or null. */
    public @Nullable CommissionTerms disclosed(long listingId) {
        return disclosed.get(listingId);
    }

    /** What the member's mandate of this party for this side says, or null where it says nothing. */
    public @Nullable CommissionTerms agreed(long partyId, long memberId, MandateScope scope) {
        CommissionTerms terms = agreed.get(new Agreement(partyId, memberId, scope));
        return terms == null || terms.isNothing() ? null : terms;
    }

    void exchange(Snapshot snapshot) {
        List<Line> lines = new ArrayList<>();
        agreed.forEach((agreement, terms) -> lines.add(new Line(agreement, 0, terms)));
        disclosed.forEach((listingId, terms) -> lines.add(new Line(Line.NOBODY, listingId, terms)));
        snapshot.parts(lines, Line::new);
        if (snapshot.isReading()) {
            agreed.clear();
            disclosed.clear();
            lines.forEach(this::restore);
        }
    }

    private void restore(Line line) {
        if (line.listingId == 0) {
            agreed.put(line.agreement, line.terms);
        } else {
            disclosed.put(line.listingId, line.terms);
        }
    }

    private @Nullable RejectReason obstacle(Turn turn, AgreeCommission command) {
        RejectReason reason = principals.role(turn, CLERK_OR_AGENT);
        if (reason != null) {
            return reason;
        }
        boolean agent = principals.roleOf(turn.principalId()) == Role.AGENT;
        if (agent && principals.memberOf(turn.principalId()) != command.memberId()) {
            return RejectReason.ROLE_NOT_ALLOWED;
        }
        boolean known = parties.exists(command.partyId()) && memberships.exists(command.memberId());
        if (known && !mandates.covers(command.partyId(), command.memberId(), command.scope(), turn.timeNanos())) {
            return RejectReason.NO_MANDATE;
        }
        if (memberships.exists(command.memberId())) {
            reason = memberships.standing(command.memberId(), false);
        }
        if (reason != null) {
            return reason;
        }
        if (!known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (memberships.partyOf(command.memberId()) == 0) {
            return RejectReason.NO_PAYEE;
        }
        return isOneSided(command) ? null : RejectReason.NOT_ALLOWED;
    }

    // A buyer's mandate does not bind a seller; a notice that discloses it binds the buyer.
    private static boolean isOneSided(AgreeCommission command) {
        return switch (command.scope()) {
            case SELL -> true;
            case BUY -> command.payer() == FeeSide.BUYER;
            case BOTH -> false;
        };
    }

    private static final class Line implements Snapshot.Part {
        private static final Agreement NOBODY = new Agreement(0, 0, MandateScope.SELL);

        private Agreement agreement = NOBODY;
        private long listingId;
        private CommissionTerms terms = new CommissionTerms();

        private Line() {}

        private Line(Agreement agreement, long listingId, CommissionTerms terms) {
            this.agreement = agreement;
            this.listingId = listingId;
            this.terms = terms;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            agreement = new Agreement(
                    snapshot.number(agreement.partyId),
                    snapshot.number(agreement.memberId),
                    snapshot.constant(agreement.scope));
            listingId = snapshot.number(listingId);
            terms.exchange(snapshot);
        }
    }
}
