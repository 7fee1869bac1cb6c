package org.tpx.settlement.ledger;

import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.util.List;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitEvent.BeneficiariesDeclared;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * Trading days of a series of units as the engine tells them, event by event, written by hand: ADA holds 1,000 units, BO has
 * CNY 100,000.00, lots of 10 units, ticks of CNY 0.05, fees of 1,500 and 333 parts per million. All times at +08:00.
 */
final class UnitExamples {
    static final long SERIES = 1;
    static final long ADA = 1;
    static final long BO = 2;
    static final long CY = 3;

    private final Tape tape = new Tape();
    private long postings;
    private long trades;

    private UnitExamples() {}

    /** A day with an opening call and continuous trading, its fees paid out, and money taken back. */
    static Tape tradingDay() {
        UnitExamples e = new UnitExamples();
        e.opened();
        e.session("09:00", UnitSession.PRE_OPEN);
        e.session("09:15", UnitSession.OPENING_CALL);
        e.tape.at(
                "2026-03-02T09:30:00",
                e.traded(Aggressor.NONE, BO, ADA, 100, "12.35", "1235.00", "1.85", "0.41"),
                e.traded(Aggressor.NONE, CY, ADA, 50, "12.35", "617.50", "0.93", "0.21"),
                new CallUncrossed(SERIES, UnitSession.OPENING_CALL, cny("12.35"), 150, -20),
                started(UnitSession.CONTINUOUS));
        e.tape.at("2026-03-02T10:00:00", e.traded(Aggressor.SELL, CY, BO, 10, "12.30", "123.00", "0.18", "0.04"));
        e.session("14:57", UnitSession.CLOSING_CALL);
        e.tape.at(
                "2026-03-02T15:00:00",
                new CallUncrossed(SERIES, UnitSession.CLOSING_CALL, Money.NONE, 0, 0),
                started(UnitSession.CLOSED),
                new PaymentDue(1, PaymentKind.FEES, 0, 0, cny("3.62"), nanos("2026-03-02T15:00:00")),
                new PaymentInstructed(1));
        e.paidOut("2026-03-02T16:00:00", 1, AccountKind.FEE_EARNED, 0, "3.62");
        e.withdrawn();
        return e.tape;
    }

    private void opened() {
        tape.at("2026-03-01T09:00:00", new PartyRegistered(ADA, "ADA", Hash256.ZERO, Hash256.ZERO));
        tape.at("2026-03-01T09:01:00", new PartyRegistered(BO, "BO", Hash256.ZERO, Hash256.ZERO));
        tape.at("2026-03-01T09:02:00", new PartyRegistered(CY, "CY", Hash256.ZERO, Hash256.ZERO));
        tape.at(
                "2026-03-01T10:00:00",
                new SeriesOpened(SERIES, "U1", 1, terms(), VenuePolicy.LICENSED_OR_FOREIGN),
                started(UnitSession.CLOSED));
        tape.at("2026-03-01T10:01:00", new UnitsIssued(SERIES, ADA, 1_000), new UnitsIssued(SERIES, BO, 40));
        tape.at("2026-03-01T10:02:00", new BeneficiariesDeclared(SERIES, ADA, 3));
        received("2026-03-01T11:00:00", "BANK-1", BO, "100000.00");
        received("2026-03-01T11:01:00", "BANK-2", CY, "1000.00");
    }

    static SeriesTerms terms() {
        return new SeriesTerms(
                "Units of the example patent pool",
                Currency.CNY,
                2_000,
                10,
                cny("0.05"),
                cny("12.00"),
                1_000,
                TieBreak.SSE,
                9 * 3_600,
                9 * 3_600 + 900,
                9 * 3_600 + 1_800,
                14 * 3_600 + 3_420,
                15 * 3_600,
                300,
                1_500,
                333);
    }

    private void received(String at, String reference, long partyId, String amount) {
        tape.at(
                at,
                new MoneyReceived(reference, MoneyPurpose.TRADING, 0, partyId, cny(amount)),
                posted(
                        PostingReason.TRADING_IN,
                        new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, DEBIT, cny(amount)),
                        new PostingLeg(AccountKind.TRADING, partyId, 0, 0, CREDIT, cny(amount))));
    }

    private void withdrawn() {
        tape.at(
                "2026-03-02T17:00:00",
                posted(
                        PostingReason.TRADING_WITHDRAWN,
                        new PostingLeg(AccountKind.TRADING, ADA, 0, 0, DEBIT, cny("1851.88")),
                        new PostingLeg(AccountKind.PAYABLE, ADA, 0, 0, CREDIT, cny("1851.88"))),
                new PaymentDue(2, PaymentKind.WITHDRAWAL, ADA, 0, cny("1851.88"), nanos("2026-03-03T17:00:00")));
        tape.at("2026-03-03T09:00:00", new PaymentInstructed(2));
        paidOut("2026-03-03T10:00:00", 2, AccountKind.PAYABLE, ADA, "1851.88");
    }

    private void paidOut(String at, long paymentId, AccountKind kind, long partyId, String amount) {
        tape.at(
                at,
                new PaymentConfirmed(paymentId, "OUT-" + paymentId),
                posted(
                        PostingReason.PAID_OUT,
                        new PostingLeg(kind, partyId, 0, 0, DEBIT, cny(amount)),
                        new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, CREDIT, cny(amount))));
    }

    private MoneyPosted posted(PostingReason reason, PostingLeg... legs) {
        return new MoneyPosted(++postings, reason, List.of(legs));
    }

    private UnitsTraded traded(
            Aggressor aggressor,
            long buyer,
            long seller,
            long units,
            String price,
            String amount,
            String buyerFee,
            String sellerFee) {
        return new UnitsTraded(
                SERIES,
                ++trades,
                aggressor,
                7,
                trades,
                buyer,
                0,
                8,
                trades,
                seller,
                0,
                cny(price),
                units,
                cny(amount),
                cny(buyerFee),
                cny(sellerFee));
    }

    private void session(String time, UnitSession session) {
        tape.at("2026-03-02T" + time + ":00", started(session));
    }

    private static SessionStarted started(UnitSession session) {
        return new SessionStarted(SERIES, session, 0);
    }
}
