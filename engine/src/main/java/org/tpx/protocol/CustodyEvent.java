package org.tpx.protocol;

import java.util.List;

/** Registers of shares in custody, entry by entry. */
public sealed interface CustodyEvent extends Event {

    /** A class of a company's shares is in custody. */
    @Message(id = 1450, doc = "A class of a company's shares is in custody.")
    record ShareRegisterOpened(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "its code", declares = Ref.SHARE_REGISTER, maxLength = 40) String code,
            @Field(value = "the company", ref = Ref.PARTY) long issuerId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field("the version of the profile that holds") int profileVersion,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field(value = "the class of shares", maxLength = 60) String shareClass,
            @Field("the custody contract ends then") long contractUntilNanos,
            @Field("shares in all") long totalShares,
            @Field(value = "the holders", maxLength = 500) List<ShareHolding> holders)
            implements CustodyEvent {}

    /** New shares were entered. */
    @Message(id = 1451, doc = "New shares were entered.")
    record SharesIssued(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("shares in all from now on") long totalShares,
            @Field(value = "who got how many", maxLength = 500) List<ShareHolding> holders)
            implements CustodyEvent {}

    /** A holder has shown who it is. */
    @Message(id = 1452, doc = "A holder has shown who it is.")
    record HolderConfirmed(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId)
            implements CustodyEvent {}

    /** Shares passed to another holder. */
    @Message(id = 1453, doc = "Shares passed to another holder.")
    record SharesTransferred(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "from whom", ref = Ref.PARTY) long fromId,
            @Field(value = "to whom", ref = Ref.PARTY) long toId,
            @Field("shares") long shares,
            @Field("why") ShareTransferKind transferKind,
            @Field(value = "the deal that it follows from, if any", optional = true, ref = Ref.DEAL) long dealId)
            implements CustodyEvent {}

    /** A part of an executive's shares is locked. */
    @Message(id = 1454, doc = "A part of an executive's shares is locked.")
    record SharesLocked(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the executive", ref = Ref.PARTY) long partyId,
            @Field(value = "of what it held in this turn, in basis points", max = 10_000) int lockedBps,
            @Field("locked shares") long shares,
            @Field("until then") long untilNanos)
            implements CustodyEvent {}

    /** Shares are pledged. */
    @Message(id = 1455, doc = "Shares are pledged.")
    record SharesPledged(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "the pledgee", ref = Ref.PARTY) long pledgeeId,
            @Field("shares") long shares,
            @Field(value = "number of the pledge", maxLength = 60) String reference)
            implements CustodyEvent {}

    /** A pledgee lets pledged shares pass to others. */
    @Message(id = 1456, doc = "A pledgee lets pledged shares pass to others.")
    record ShareTransferConsented(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "number of the pledge", maxLength = 60) String reference)
            implements CustodyEvent {}

    /** Shares are free of a pledge: it ended, or they passed to another holder with the pledgee's consent. */
    @Message(id = 1457, doc = "Shares are free of a pledge: it ended, or they passed to another holder with the pledgee's consent.")
    record SharePledgeReleased(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("shares that came free") long shares,
            @Field("shares still pledged under this number") long remainingShares,
            @Field(value = "number of the pledge", maxLength = 60) String reference)
            implements CustodyEvent {}

    /** Shares are frozen. */
    @Message(id = 1458, doc = "Shares are frozen.")
    record SharesFrozen(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("shares") long shares,
            @Field(value = "who ordered it", maxLength = 200) String authority,
            @Field(value = "number of the order", maxLength = 60) String reference)
            implements CustodyEvent {}

    /** A freeze was lifted. */
    @Message(id = 1459, doc = "A freeze was lifted.")
    record SharesUnfrozen(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("shares") long shares,
            @Field(value = "number of the order that froze them", maxLength = 60) String reference)
            implements CustodyEvent {}

    /** Shares were cancelled. */
    @Message(id = 1460, doc = "Shares were cancelled.")
    record SharesCancelled(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "whose", ref = Ref.PARTY) long partyId,
            @Field("shares") long shares,
            @Field("shares in all from now on") long totalShares)
            implements CustodyEvent {}

    /** The custody has ended; the register as it stands belongs to the company. */
    @Message(id = 1461, doc = "The custody has ended; the register as it stands belongs to the company.")
    record CustodyEnded(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements CustodyEvent {}

    /** The custody contract was renewed. */
    @Message(id = 1462, doc = "The custody contract was renewed.")
    record CustodyRenewed(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("it ends then") long untilNanos)
            implements CustodyEvent {}

    /** The register will be closed: no entry changes a holder in this time. */
    @Message(id = 1463, doc = "The register will be closed: no entry changes a holder in this time.")
    record BookCloseAnnounced(
            @Field(value = "the closing of the register", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("what for") BookClosePurpose purpose,
            @Field("closed from then") long fromNanos,
            @Field("until then, when the holders count") long recordNanos)
            implements CustodyEvent {}

    /** A closing of the register, and the meeting or dividend with it, was cancelled. */
    @Message(id = 1464, doc = "A closing of the register, and the meeting or dividend with it, was cancelled.")
    record BookCloseCancelled(
            @Field(value = "the closing of the register", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements CustodyEvent {}

    /** The time has come: who holds shares now may attend, or gets the dividend. The register is open again. */
    @Message(id = 1465, doc = "The time has come: who holds shares now may attend, or gets the dividend. The register is open again.")
    record HoldersRecorded(
            @Field(value = "the closing of the register", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("what for") BookClosePurpose purpose,
            @Field("how many hold shares") int holders,
            @Field("shares in all") long totalShares)
            implements CustodyEvent {}

    /** A dividend was declared and paid in. */
    @Message(id = 1466, doc = "A dividend was declared and paid in.")
    record DividendDeclared(
            @Field(value = "the closing of the register for it", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "who pays", ref = Ref.PARTY) long payerId,
            @Field("the dividend") Money amount,
            @Field("on so many shares") int perShares,
            @Field("shares in all") long totalShares,
            @Field("on all shares together; a part of a minor unit is dropped") Money total,
            @Field(value = "working days to pay it", max = 400) int paymentDays,
            @Field("whether the part on pledged shares is held back") boolean holdsPledged,
            @Field("whether the part on frozen shares is held back") boolean holdsFrozen)
            implements CustodyEvent {}

    /** A holder's part of a dividend. */
    @Message(id = 1467, doc = "A holder's part of a dividend.")
    record DividendAllotted(
            @Field(value = "the dividend", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("its shares") long shares,
            @Field("those on which it is held back") long heldShares,
            @Field("its part, by largest remainder") Money amount,
            @Field("held back of it; a part of a minor unit counts as one") Money held)
            implements CustodyEvent {}

    /** What was held back of a dividend may be paid out. */
    @Message(id = 1468, doc = "What was held back of a dividend may be paid out.")
    record DividendReleased(
            @Field(value = "the dividend", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "who gets it", ref = Ref.PARTY) long payeeId,
            @Field("how much") Money amount)
            implements CustodyEvent {}

    /** What a holder holds in this turn, and what weighs on it. */
    @Message(id = 1469, doc = "What a holder holds in this turn, and what weighs on it.")
    record HoldingCertified(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "number of the certificate", maxLength = 40) String certificateNumber,
            @Field("shares") long shares,
            @Field("shares in all") long totalShares,
            @Field("of them pledged") long pledgedShares,
            @Field("frozen") long frozenShares,
            @Field("locked") long lockedShares,
            @Field("blocked for listings and deals") long blockedShares,
            @Field("whether the holder is confirmed") boolean confirmed)
            implements CustodyEvent {}

    /** A listing's right stands for these shares. */
    @Message(id = 1470, doc = "A listing's right stands for these shares.")
    record SharesOffered(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("shares") long shares)
            implements CustodyEvent {}

    /** A listing's price is paid in shares. */
    @Message(id = 1471, doc = "A listing's price is paid in shares.")
    record SharePaymentSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the register of the shares that pay", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("the agreed value of one share") Money shareValue)
            implements CustodyEvent {}

    /** Shares are blocked for a listing: the transferor's that it sells, or a transferee's that pay for it. */
    @Message(id = 1472, doc = "Shares are blocked for a listing: the transferor's that it sells, or a transferee's that pay for it.")
    record SharesBlocked(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "whose", ref = Ref.PARTY) long partyId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("shares") long shares)
            implements CustodyEvent {}

    /** Shares are no longer blocked for a listing. */
    @Message(id = 1473, doc = "Shares are no longer blocked for a listing.")
    record SharesUnblocked(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "whose", ref = Ref.PARTY) long partyId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("shares") long shares)
            implements CustodyEvent {}
}
