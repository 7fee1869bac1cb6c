package org.tpx.engine.custody;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyCommand.AnnounceMeeting;
import org.tpx.protocol.CustodyCommand.CertifyHolding;
import org.tpx.protocol.CustodyCommand.ConfirmHolder;
import org.tpx.protocol.CustodyCommand.ConsentToShareTransfer;
import org.tpx.protocol.CustodyCommand.FreezeShares;
import org.tpx.protocol.CustodyCommand.OfferShares;
import org.tpx.protocol.CustodyCommand.ProposeDividend;
import org.tpx.protocol.CustodyCommand.ProposeDividendRelease;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareRegister;
import org.tpx.protocol.CustodyCommand.ProposeShareTransfer;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.CustodyCommand.RegisterSharePledge;
import org.tpx.protocol.CustodyCommand.ReleaseSharePledge;
import org.tpx.protocol.CustodyCommand.SetSharePayment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.protocol.ShareHolding;
import org.tpx.protocol.ShareTransferKind;

/**
 * A market with a company COMPANY whose shares are in custody in the register S1 until 2030-06-04: clerks enter, another one approves. Parties
 * are called by their codes and made where they are first named.
 */
abstract class CustodyScenario extends Scenario {

    static final Hash256 PAPER = Written.digest("paper");
    static final String CONTRACT_END = "2030-06-04 00:00";

    private int proposals;

    /** The code of the next proposal. */
    String next() {
        return "SHARE-" + ++proposals;
    }

    long party(String code) {
        if (market.id(Ref.PARTY, code) == 0) {
            market.party(code);
        }
        return market.id(Ref.PARTY, code);
    }

    long register() {
        return market.id(Ref.SHARE_REGISTER, "S1");
    }

    ProposeShareRegister opening(String code, Object... holdersAndShares) {
        return new ProposeShareRegister(
                next(),
                code,
                party("COMPANY"),
                market.id(Ref.PROFILE, "CN_SOE_ASSET"),
                market.id(Ref.CALENDAR, "CN-2025"),
                "ordinary shares",
                Written.nanos(CONTRACT_END),
                PAPER,
                holders(holdersAndShares));
    }

    List<ShareHolding> holders(Object... holdersAndShares) {
        List<ShareHolding> holders = new ArrayList<>();
        for (int i = 0; i < holdersAndShares.length; i += 2) {
            holders.add(new ShareHolding(party((String) holdersAndShares[i]), (int) holdersAndShares[i + 1]));
        }
        return holders;
    }

    /** The register S1 with these holders, all of them confirmed. */
    Market custody(Object... holdersAndShares) {
        opens("S1", holdersAndShares);
        for (int i = 0; i < holdersAndShares.length; i += 2) {
            confirms((String) holdersAndShares[i]).accepted();
        }
        return market;
    }

    Market opens(String code, Object... holdersAndShares) {
        return by("CLERK-1", opening(code, holdersAndShares))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .accepted();
    }

    Market confirms(String holder) {
        return by("CLERK-1", new ConfirmHolder(register(), party(holder), PAPER));
    }

    ProposeShareTransfer transfer(String from, String to, long shares, ShareTransferKind kind) {
        return new ProposeShareTransfer(next(), register(), party(from), party(to), shares, kind, PAPER);
    }

    Market gives(String from, String to, long shares) {
        return by("CLERK-1", transfer(from, to, shares, ShareTransferKind.GIFT));
    }

    /** Proposed by a clerk and approved by another one. */
    Market entered(Command proposal) {
        return by("CLERK-1", proposal).accepted().approved("CLERK-2", "");
    }

    RegisterSharePledge pledge(String holder, String pledgee, long shares, String reference) {
        return new RegisterSharePledge(register(), party(holder), party(pledgee), shares, PAPER, reference);
    }

    Market pledges(String holder, String pledgee, long shares, String reference) {
        return by("CLERK-1", pledge(holder, pledgee, shares, reference));
    }

    Market consents(String reference) {
        return by("CLERK-1", new ConsentToShareTransfer(register(), PAPER, reference));
    }

    Market releases(String reference) {
        return by("CLERK-1", new ReleaseSharePledge(register(), PAPER, reference));
    }

    Market freezes(String holder, long shares, String reference) {
        return by("CLERK-1", new FreezeShares(register(), party(holder), shares, PAPER, "a court", reference));
    }

    Market unfreezes(String reference) {
        return entered(new ProposeShareUnfreeze(next(), register(), PAPER, reference));
    }

    Market locks(String holder, int bps, String until) {
        return entered(new ProposeShareLock(next(), register(), party(holder), bps, Written.nanos(until), PAPER));
    }

    Market certifies(String holder) {
        return by("CLERK-1", new CertifyHolding(register(), party(holder)));
    }

    Market meets(String when) {
        return by("CLERK-1", new AnnounceMeeting(register(), Written.nanos(when), PAPER));
    }

    /** 1.25 on ten shares from COMPANY, what is pledged or frozen held back, to be paid within five working days. */
    ProposeDividend dividend(String record, Object... namesAndValues) {
        return With.with(
                new ProposeDividend(
                        next(),
                        register(),
                        party("COMPANY"),
                        Written.money("CNY 1.25"),
                        10,
                        Written.nanos(record),
                        5,
                        true,
                        true,
                        PAPER),
                namesAndValues);
    }

    Market declares(String record, Object... namesAndValues) {
        return by("CLERK-1", dividend(record, namesAndValues)).accepted().approved("SUPERVISOR-1", "");
    }

    ProposeDividendRelease release(String holder, String payee) {
        return new ProposeDividendRelease(
                next(),
                market.last(Ref.BOOK_CLOSE) == 0 ? 1 : market.last(Ref.BOOK_CLOSE),
                party(holder),
                party(payee),
                PAPER);
    }

    OfferShares offer(long shares) {
        return new OfferShares(market.listingId(), register(), shares);
    }

    SetSharePayment payment(String value) {
        return new SetSharePayment(market.listingId(), register(), Written.money(value));
    }
}
