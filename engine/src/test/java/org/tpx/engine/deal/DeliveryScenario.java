package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.DealCommand.ProposePayments;
import org.tpx.protocol.DeliveryCommand.FreezeReleases;
import org.tpx.protocol.DeliveryCommand.ProposeRescission;
import org.tpx.protocol.DeliveryCommand.ProposeRevocation;
import org.tpx.protocol.DeliveryCommand.ProposeUnfreezing;
import org.tpx.protocol.DeliveryCommand.ReceiveRestitution;
import org.tpx.protocol.DeliveryCommand.RecordPledgeClaim;
import org.tpx.protocol.DeliveryCommand.ReleasePledge;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Ref;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RescissionGround;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;

/**
 * A market in which B1 buys R1 at 6,050,000.00: fees 14,520.00 and 193,600.00, so the transferor gets 6,035,480.00. PAY-1 is the refund of B2,
 * PAY-2 the fees.
 */
abstract class DeliveryScenario extends Scenario {

    private int count;

    /** The pledges of R1, P-1 for BANK and so on, with the consent of their holders; nobody else is known. */
    Market pledged(String... pledgees) {
        for (int i = 0; i < pledgees.length; i++) {
            market.party(pledgees[i]);
            pledge("P-" + (i + 1), pledgees[i]).accepted();
            consents(pledgees[i]).accepted();
        }
        return market;
    }

    Market pledge(String reference, String pledgee) {
        long party = market.id(Ref.PARTY, pledgee);
        return by("CLERK-1", new RecordEncumbrance(right(), EncumbranceKind.PLEDGE, party, reference));
    }

    Market consents(String pledgee) {
        long party = market.id(Ref.PARTY, pledgee);
        return by(
                "CLERK-1",
                new RecordConsent(right(), party, ConsentKind.PLEDGEE, Written.digest("consent " + pledgee)));
    }

    Market endsOutside(String reference) {
        return by("CLERK-1", new ReleaseEncumbrance(right(), reference));
    }

    Market claims(String reference, String amount) {
        return by("CLERK-1", claim(reference, amount));
    }

    RecordPledgeClaim claim(String reference, String amount) {
        return new RecordPledgeClaim(market.listingId(), reference, Written.money(amount), Written.digest("statement"));
    }

    Market releases(String reference) {
        return by("CLERK-1", release(reference));
    }

    ReleasePledge release(String reference) {
        return new ReleasePledge(market.listingId(), reference, Written.digest("release"));
    }

    Market freezes() {
        return by("SUPERVISOR-1", new FreezeReleases(market.listingId(), "a dispute"));
    }

    Market unfreezes() {
        return by("SUPERVISOR-1", unfreezing()).approved("SUPERVISOR-2", "");
    }

    ProposeUnfreezing unfreezing() {
        return new ProposeUnfreezing("UNFREEZE-" + ++count, market.listingId(), "settled");
    }

    Market revokes(boolean feesReturned) {
        return by("CLERK-1", revocation(feesReturned)).approved("SUPERVISOR-1", "");
    }

    ProposeRevocation revocation(boolean feesReturned) {
        return new ProposeRevocation(
                "REVOKE-" + ++count, market.listingId(), Written.digest("finding"), feesReturned, "forged");
    }

    Market rescinds(RescissionGround ground, boolean feesReturned) {
        return by("CLERK-1", rescission(ground, feesReturned)).approved("SUPERVISOR-1", "");
    }

    ProposeRescission rescission(RescissionGround ground, boolean feesReturned) {
        return new ProposeRescission(
                "RESCIND-" + ++count, market.listingId(), ground, Written.digest("judgment"), feesReturned, "No. 1");
    }

    Market restores(long claim, String amount) {
        return by("CLERK-1", restitution(claim, "RESTITUTION-" + ++count, amount));
    }

    ReceiveRestitution restitution(long claim, String bankReference, String amount) {
        return new ReceiveRestitution(claim, bankReference, Written.money(amount));
    }

    Market proposes(long... payments) {
        return by("CLERK-1", sending(payments));
    }

    ProposePayments sending(long... payments) {
        List<PaymentRef> refs = new ArrayList<>(
                LongStream.of(payments).mapToObj(PaymentRef::new).toList());
        return new ProposePayments("SEND-" + ++count, refs);
    }

    Market by(Command command) {
        return by("CLERK-1", command);
    }

    static Draft split(int bps) {
        return listing("L1").release(ReleasePolicy.SPLIT).with("releaseSplitBps", bps);
    }

    private long right() {
        return market.id(Ref.RIGHT, "R1");
    }
}
