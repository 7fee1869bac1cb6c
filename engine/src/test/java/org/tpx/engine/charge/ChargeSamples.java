package org.tpx.engine.charge;

import java.util.List;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.ChargeCommand.AgreeCommission;
import org.tpx.protocol.ChargeCommand.LinkMember;
import org.tpx.protocol.ChargeCommand.ProposeDuesRefund;
import org.tpx.protocol.ChargeCommand.ProposeDuesSchedule;
import org.tpx.protocol.ChargeCommand.ProposeFeeRefund;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;

/** The commands about charges, written as short as the tests read. A member M-X is itself the party BROKER-X. */
final class ChargeSamples {

    private static final Hash256 DOCUMENT = new Hash256(1, 2, 3, 4);
    private final Market market;
    private int proposals;

    ChargeSamples(Market market) {
        this.market = market;
    }

    /** Registers the party that the member of this party is itself, and says so. */
    void link(String... codes) {
        for (String code : codes) {
            market.by("CLERK-1", new RegisterParty("BROKER-" + code, Hash256.ZERO, Hash256.ZERO));
            market.by("CLERK-1", linking("M-" + code, "BROKER-" + code)).accepted();
        }
    }

    LinkMember linking(String member, String party) {
        return new LinkMember(market.id(Ref.MEMBER, member), market.id(Ref.PARTY, party));
    }

    /** What the party's own member gets. */
    AgreeCommission commission(String party, MandateScope scope, FeeSide payer, int ratePpm, String minimum) {
        return new AgreeCommission(
                market.id(Ref.PARTY, party),
                market.id(Ref.MEMBER, "M-" + party),
                scope,
                payer,
                ratePpm,
                Written.money(minimum),
                DOCUMENT);
    }

    /** Brokers pay 50,000.00 for a seat and 10,000.00 a year by the end of March; what accrues at admission within ten days. */
    ProposeDuesSchedule schedule(int version) {
        return schedule(version, new DuesRate(MembershipClass.BROKER, yuan(50_000), yuan(10_000)));
    }

    ProposeDuesSchedule schedule(int version, DuesRate... rates) {
        return new ProposeDuesSchedule(
                "DUES-" + ++proposals, "DUES-CS", version, market.id(Ref.CALENDAR, "CN-2025"), 3, 10, List.of(rates));
    }

    ProposeFeeRefund feeRefund(String party, String amount) {
        return new ProposeFeeRefund(
                "REFUND-" + ++proposals,
                market.listingId(),
                market.id(Ref.PARTY, party),
                Written.money(amount),
                "by mistake");
    }

    ProposeDuesRefund duesRefund(long duesId, String amount) {
        return new ProposeDuesRefund("REFUND-" + ++proposals, duesId, Written.money(amount), "by mistake");
    }

    static Money yuan(long yuan) {
        return Written.money("CNY " + yuan + ".00");
    }
}
