package org.tpx.protocol;

/**
 * Every reason for which the exchange refuses a command. The order is the precedence: where several apply, the first is
 * given. It runs from duplicate, room on the node, principal and role, member's state, subject, venue policy, halt, not open, late,
 * admission, form, price, to money and units. The wire code of a reason never changes.
 */
public enum RejectReason implements WireCode {
    DUPLICATE_CLIENT_ID(1, "This client id was used before for a different command of the same member."),
    NODE_FULL(2, "The node is short of space; new business is refused until there is room."),
    UNKNOWN_PRINCIPAL(10, "The exchange does not know the person who sent this."),
    ROLE_NOT_ALLOWED(11, "The sender's role may not do this."),
    SAME_PERSON(12, "A proposal must be approved by another person than the one who made it."),
    NOT_QUALIFIED(235, "The sender holds no valid qualification as a broker."),
    NO_MANDATE(13, "The sender's member holds no valid mandate of this party for this side."),
    MEMBER_NOT_ACTIVE(20, "The member is not admitted, or no longer."),
    SUSPENDED_MEMBER(21, "The member is suspended."),
    RESTRICTED_MEMBER(22, "The member may finish open deals but take on nothing new."),
    UNKNOWN_SUBJECT(30, "The exchange does not know what this is about."),
    CODE_TAKEN(31, "This code already names something else."),
    VARIETY_NOT_APPROVED(32, "The rule profile, fee schedule, calendar or series has not been approved by two people with the authority's approval number."),
    NOT_OWNER(33, "The title register does not name the transferor as owner of the right."),
    RIGHT_ENDED(220, "The right has ended, or was declared invalid."),
    RIGHT_NOT_GRANTED(221, "The register does not show that the right was granted."),
    ANNUAL_FEE_UNPAID(222, "The annual fee of the right is not paid."),
    CO_OWNER_CONSENT(34, "A co-owner has not consented."),
    PLEDGEE_CONSENT(35, "The right is pledged and the pledgee has not consented."),
    ALREADY_PLEDGED(223, "A pledge of the right stands already; another is entered once that one is released."),
    RIGHT_FROZEN(36, "A preservation order, a title dispute or the pool of a living series bars every transfer of the right."),
    DEBT_OUTLASTS_RIGHT(224, "The debt is to be paid only after the right has ended."),
    PLEDGE_CONTRACT_INCOMPLETE(225, "The pledge contract is missing, or does not name the claim, its kind and amount, when it is due, and what the pledge covers."),
    SAME_DAY_APPLICATION(226, "The applicant applied for an invention patent for the same thing on the same day, and the parties have not stated that they know and go on."),
    INVALIDITY_PENDING(227, "Proceedings to declare the right invalid are open, and the parties have not stated that they know and go on."),
    CUSTODY_OVER(212, "The custody of these shares has ended, or its contract is over."),
    EXCLUSIVELY_LICENSED(52, "An exclusive or sole licence of the right stands or is listed; no other licence can be offered beside it."),
    LICENCE_OFFERED(53, "A standing offer licenses the right to everyone; no exclusive or sole licence can stand beside it."),
    RIGHT_ALREADY_LISTED(37, "Another open listing offers the same right."),
    DUE_DILIGENCE_MISSING(38, "The agent's due-diligence statement is missing."),
    DOCUMENT_MISSING(39, "A document that the rule profile asks for is missing."),
    EVALUATION_REPORT_MISSING(54, "An open licence of a utility model or design needs its evaluation report."),
    EVALUATION_MISSING(62, "An appraisal, a maturity level or an evaluation that the rule profile asks for is not on record, or no longer in force."),
    TERMS_MISSING(51, "The notice does not say what the way of forming the price needs."),
    TENDER_REQUIRED(161, "Public money paid for this; it needs a tender or a weighted quotation, or a stated reason for none."),
    FLOOR_BELOW_APPRAISAL(40, "The first listing price, or the agreed price, may not lie below the appraisal."),
    DEPOSIT_CAP(41, "The deposit lies outside the bounds of the rule profile."),
    PERIOD_TOO_SHORT(42, "The period is shorter than the rule profile allows."),
    REAPPRAISAL_REQUIRED(44, "The listing's life since its first formal notice, or its appraisal's validity, is over; audit, appraisal and disclosure must be done anew."),
    APPROVAL_REQUIRED(43, "The price lies below the share of the appraisal that needs an approval record."),
    WAIVER_NOT_OPEN(195, "The fee schedule opens no waiver on this ground."),
    NO_PAYEE(197, "No party is named as the member itself, so that money could go to it."),
    BASIS_NOT_ALLOWED(57, "The rule profile does not allow a negotiated transfer on this legal basis."),
    RELATED_PARTY(58, "The two sides are related, and the rule profile then asks for a listing or an auction."),
    CONFLICT_OF_INTEREST(160, "The expert did not state to have no interest in the outcome, or belongs to a member that acts for a side."),
    NOTICE_INCOMPLETE(59, "The notice lacks the inventors, the form of payment, where to object, or whether the two sides are related."),
    OPEN_OBJECTION(45, "An objection is open; nothing may be signed until it is answered."),
    OPEN_ROFR(61, "A holder of a right of first refusal may still answer; nothing may be signed until then."),
    SIGNATURE_MISSING(206, "A written paper is on file, and not every side has signed it."),
    FEES_UNPAID(46, "The service fees of both sides are not in."),
    PLEDGE_OPEN(190, "A pledge of the right stands; its holder is paid from the price and releases it before the title passes."),
    PLEDGEE_UNPAID(191, "The pledgee has not got what is its due from the price."),
    RELEASES_FROZEN(192, "The money of the deal is in dispute; nothing of it is released or sent."),
    ALREADY_ISSUED(47, "A certificate was issued for this deal before; there is only one."),
    ALREADY_REGISTERED(48, "The party registered its intent in this listing, or its application to this plate or offering, before."),
    CONTRACT_REGISTERED(228, "The contract is filed for registration as a technology contract, or registered; it is registered once."),
    ALREADY_TAKEN_UP(55, "The party holds a place of this offer already."),
    ALREADY_SIGNED(207, "The side has signed this paper before."),
    DUPLICATE_BANK_REFERENCE(49, "A payment with this bank reference was booked before."),
    NOT_ALLOWED(50, "This is not possible in the present state."),
    VENUE_POLICY(60, "The venue's policy does not permit this kind of trading."),
    HALTED(70, "Trading is halted."),
    BOOK_CLOSED(210, "The register is closed before a general meeting or the record date of a dividend."),
    AUCTION_NOT_OPEN(80, "Bidding has not started."),
    SESSION_CLOSED(81, "The series does not take this in its present session."),
    NO_CANCEL(82, "Orders may not leave, shrink or change until the call is over."),
    LATE(90, "The period is over; the sequencer's receive time counts."),
    NOT_ADMITTED(100, "The party is not admitted to this sale or plate."),
    HOLDER_UNCONFIRMED(211, "The holder has not yet shown who it is and that the shares are its own."),
    NOT_ON_COMMITTEE(163, "The sender does not sit on the committee of this listing."),
    NOT_A_SIDE(208, "The party is no side of this contract."),
    NO_FREE_PERIOD_BID(101, "Only those who bid in the free period may bid in the limited period."),
    OUT_OF_TURN(103, "It is another bidder's turn."),
    ROFR_HOLDER(104, "A holder of a right of first refusal answers the price that the others find, and does not bid itself."),
    ROFR_ONLY_WINDOW(102, "Only holders of a right of first refusal may act now."),
    ALREADY_QUOTED(110, "The party has quoted before."),
    SCORES_INCOMPLETE(162, "Not every bidder is scored by every criterion, once, in order and with at most 100 points."),
    BAD_COMMITMENT(111, "What was revealed does not match its commitment."),
    PAPER_DIFFERS(205, "This is not the digest of the written paper that is on file."),
    CURRENCY(112, "The amount is in another currency than the listing."),
    EXCHANGE_RATE(196, "The bank's amount, rate and converted amount are not all there, or do not fit together."),
    APPLICATION_SIZE(117, "The units lie outside of what one application may ask for, or exceed the holder's right of pre-emption."),
    BAD_LOT(113, "The units are not a whole number of lots, or a minimum exceeds them."),
    BAD_TICK(114, "The price is missing or not a whole number of ticks."),
    BAD_EXPIRY(115, "The last instant is missing, past, or given without need."),
    BELOW_START(120, "The amount lies below the start price."),
    BELOW_RESERVE(129, "The quote lies below the secret reserve of the transferor."),
    NOT_ABOVE_HIGH(121, "The amount does not exceed the highest bid."),
    NOT_ABOVE_OWN(127, "The amount does not exceed the party's own bid."),
    BAD_INCREMENT(122, "The amount does not exceed the start price by a whole number of increments, or the highest bid by the step of the increment table."),
    SELF_OUTBID(123, "The leading bidder may not raise its own bid."),
    ABOVE_SANITY_CAP(124, "The amount exceeds the cap against mistyped prices."),
    NOT_STANDING_PRICE(126, "This is not the price that stands now."),
    PRICE_BAND(125, "The price lies too far from the reference price of the day."),
    ABOVE_PRICE_GUIDE(128, "The fee or a royalty exceeds the price guide for open licences, which the rule profile makes a limit."),
    ABOVE_PAID(198, "More than was paid and not given back before."),
    TURNOVER_ABOVE_PRICE(229, "More of the contract is said to pay for technology than the contract is worth."),
    CREDIT(130, "The money or units blocked do not cover this."),
    SHARES_MISSING(213, "The holder does not have so many shares."),
    SHARES_PLEDGED(214, "Pledged shares move only with the pledgee's consent, and are pledged only once."),
    SHARES_FROZEN(215, "A court or a supervisor has frozen the shares."),
    SHARES_LOCKED(216, "An executive may not yet part with these shares."),
    SHARES_BLOCKED(217, "The shares are blocked for a listing or a deal."),
    T_PLUS_5(131, "The trading days that must lie between buying and selling are not over."),
    HOLDER_LIMIT(132, "The series has its largest number of holders."),
    UNITS_EXHAUSTED(133, "More units than the series may have."),
    SOLD_OUT(136, "Every place of the offer, or of its plate, is taken."),
    WOULD_TRADE(140, "The order must not trade at once, and would."),
    NOT_FILLABLE(141, "As much as the order demands cannot trade at once."),
    NO_LIMIT_OPPOSITE(142, "No limit rests opposite that the order could take as its own."),
    BOOK_FULL(143, "As many orders rest as the book can hold."),
    SALE_FULL(180, "The sale has as many lots or bids as it can hold.");

    private final int wireCode;
    private final String sentence;

    RejectReason(int wireCode, String sentence) {
        this.wireCode = wireCode;
        this.sentence = sentence;
    }

    @Override
    public int wireCode() {
        return wireCode;
    }

    /** What a person is told. */
    public String sentence() {
        return sentence;
    }
}
