package org.tpx.protocol;

import java.util.List;

/**
 * Share custody (section 5.6): registers of a company's shares, what weighs on them, when they are closed, dividends, and shares that
 * a deal sells or is paid with (section 5.5).
 */
public sealed interface CustodyCommand extends Command {

    /** Proposes to take a class of a company's shares into custody; another person approves. */
    @Message(id = 320, doc = "Proposes to take a class of a company's shares into custody; another person approves.")
    record ProposeShareRegister(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the register", declares = Ref.SHARE_REGISTER, maxLength = 40) String code,
            @Field(value = "the company", ref = Ref.PARTY) long issuerId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field(value = "the class of shares", maxLength = 60) String shareClass,
            @Field("the custody contract ends then") long contractUntilNanos,
            @Field("digest of the custody contract") Hash256 contract,
            @Field(value = "the holders", maxLength = 500) List<ShareHolding> holders)
            implements CustodyCommand {}

    /** Proposes to enter new shares, of a capital increase or of holders who did not fit before; another person approves. */
    @Message(id = 321, doc = "Proposes to enter new shares, of a capital increase or of holders who did not fit before; another person approves.")
    record ProposeShareIssue(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("digest of the resolution") Hash256 document,
            @Field(value = "who gets how many", maxLength = 500) List<ShareHolding> holders)
            implements CustodyCommand {}

    /** Records that a holder has shown who it is and that the shares are its own. */
    @Message(id = 322, doc = "Records that a holder has shown who it is and that the shares are its own.")
    record ConfirmHolder(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("digest of the proof") Hash256 document)
            implements CustodyCommand {}

    /** Proposes to enter a transfer that follows from no trade; another person approves. */
    @Message(id = 323, doc = "Proposes to enter a transfer that follows from no trade; another person approves.")
    record ProposeShareTransfer(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "from whom", ref = Ref.PARTY) long fromId,
            @Field(value = "to whom", ref = Ref.PARTY) long toId,
            @Field(value = "shares", min = 1, max = (1L << 39) - 1) long shares,
            @Field("why they pass; a sale or a consideration follows from a deal alone") ShareTransferKind transferKind,
            @Field("digest of the deed or judgment") Hash256 document)
            implements CustodyCommand {}

    /** Proposes to lock a part of an executive's shares until then; takes the place of an earlier lock; another person approves. */
    @Message(id = 324, doc = "Proposes to lock a part of an executive's shares until then; takes the place of an earlier lock; another person approves.")
    record ProposeShareLock(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the executive", ref = Ref.PARTY) long partyId,
            @Field(value = "how much of what it holds now, in basis points; a part of a share counts as a share", max = 10_000) int lockedBps,
            @Field("the lock ends then") long untilNanos,
            @Field("digest of what the lock rests on") Hash256 document)
            implements CustodyCommand {}

    /** Enters a pledge of shares. */
    @Message(id = 325, doc = "Enters a pledge of shares.")
    record RegisterSharePledge(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "the pledgee", ref = Ref.PARTY) long pledgeeId,
            @Field(value = "shares", min = 1, max = (1L << 39) - 1) long shares,
            @Field("digest of the pledge contract") Hash256 document,
            @Field(value = "number of the pledge, once for all in the register", maxLength = 60) String reference)
            implements CustodyCommand {}

    /** Records that a pledgee lets the pledged shares pass to others; what passes is free of the pledge. */
    @Message(id = 326, doc = "Records that a pledgee lets the pledged shares pass to others; what passes is free of the pledge.")
    record ConsentToShareTransfer(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("digest of the consent") Hash256 document,
            @Field(value = "number of the pledge", maxLength = 60) String reference)
            implements CustodyCommand {}

    /** Records that a pledge of shares has ended. */
    @Message(id = 327, doc = "Records that a pledge of shares has ended.")
    record ReleaseSharePledge(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("digest of the pledgee's release") Hash256 document,
            @Field(value = "number of the pledge", maxLength = 60) String reference)
            implements CustodyCommand {}

    /** Freezes shares by order of a court or a supervisor, whatever else weighs on them. */
    @Message(id = 328, doc = "Freezes shares by order of a court or a supervisor, whatever else weighs on them.")
    record FreezeShares(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "shares", min = 1, max = (1L << 39) - 1) long shares,
            @Field("digest of the order") Hash256 document,
            @Field(value = "who ordered it", maxLength = 200) String authority,
            @Field(value = "number of the order, once for all in the register", maxLength = 60) String reference)
            implements CustodyCommand {}

    /** Proposes to lift a freeze; another person approves. */
    @Message(id = 329, doc = "Proposes to lift a freeze; another person approves.")
    record ProposeShareUnfreeze(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("digest of the order that lifts it") Hash256 document,
            @Field(value = "number of the order that froze them", maxLength = 60) String reference)
            implements CustodyCommand {}

    /** Proposes to cancel shares that the company took back; another person approves. */
    @Message(id = 330, doc = "Proposes to cancel shares that the company took back; another person approves.")
    record ProposeShareCancellation(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "whose", ref = Ref.PARTY) long partyId,
            @Field(value = "shares", min = 1, max = (1L << 39) - 1) long shares,
            @Field("digest of the resolution") Hash256 document)
            implements CustodyCommand {}

    /** Proposes to end the custody and hand the register back to the company; another person approves. */
    @Message(id = 331, doc = "Proposes to end the custody and hand the register back to the company; another person approves.")
    record ProposeCustodyEnd(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("digest of the notice") Hash256 document,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements CustodyCommand {}

    /** Proposes to renew the custody contract; another person approves. */
    @Message(id = 332, doc = "Proposes to renew the custody contract; another person approves.")
    record ProposeCustodyRenewal(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("it ends then, later than before") long untilNanos,
            @Field("digest of the new contract") Hash256 contract)
            implements CustodyCommand {}

    /** Announces a general meeting: the register is closed for the days before it that the profile says. */
    @Message(id = 333, doc = "Announces a general meeting: the register is closed for the days before it that the profile says.")
    record AnnounceMeeting(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field("the meeting begins then; who holds shares until then may attend") long meetingNanos,
            @Field("digest of the convocation") Hash256 document)
            implements CustodyCommand {}

    /** Cancels a meeting or a dividend before its time; the money of a dividend goes back to its payer. */
    @Message(id = 334, doc = "Cancels a meeting or a dividend before its time; the money of a dividend goes back to its payer.")
    record CancelBookClose(
            @Field(value = "the closing of the register", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements CustodyCommand {}

    /** Proposes to pay the holders so much for so many shares; another person approves, and the money leaves the payer's trading account. */
    @Message(id = 335, doc = "Proposes to pay the holders so much for so many shares; another person approves, and the money leaves the payer's trading account.")
    record ProposeDividend(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "who pays, from its trading account", ref = Ref.PARTY) long payerId,
            @Field(value = "the dividend", min = 1) Money amount,
            @Field(value = "on so many shares, 10 for example", min = 1, max = 1_000_000) int perShares,
            @Field("who holds shares until then gets it") long recordNanos,
            @Field(value = "working days after that to pay it", max = 400) int paymentDays,
            @Field("whether the part on pledged shares is held back") boolean holdsPledged,
            @Field("whether the part on frozen shares is held back") boolean holdsFrozen,
            @Field("digest of the resolution") Hash256 document)
            implements CustodyCommand {}

    /** Proposes to pay out what was held back of a holder's dividend, to the holder or to whom the document names; another person approves. */
    @Message(id = 336, doc = "Proposes to pay out what was held back of a holder's dividend, to the holder or to whom the document names; another person approves.")
    record ProposeDividendRelease(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the dividend", ref = Ref.BOOK_CLOSE) long bookCloseId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "who gets it", ref = Ref.PARTY) long payeeId,
            @Field("digest of what entitles the payee") Hash256 document)
            implements CustodyCommand {}

    /** Asks for a certificate of what a holder holds now and what weighs on it. */
    @Message(id = 337, doc = "Asks for a certificate of what a holder holds now and what weighs on it.")
    record CertifyHolding(
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId)
            implements CustodyCommand {}

    /** Says in a draft, or for a negotiation, which shares in custody a right to equity stands for. */
    @Message(id = 338, doc = "Says in a draft, or for a negotiation, which shares in custody a right to equity stands for.")
    record OfferShares(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the register", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "shares", min = 1, max = (1L << 39) - 1) long shares)
            implements CustodyCommand {}

    /** Says in a draft, or for a negotiation, that the price is paid in shares in custody; the fees are paid in money. */
    @Message(id = 339, doc = "Says in a draft, or for a negotiation, that the price is paid in shares in custody; the fees are paid in money.")
    record SetSharePayment(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the register of the shares that pay", ref = Ref.SHARE_REGISTER) long registerId,
            @Field(value = "the agreed value of one share; what is left over counts as a share", min = 1) Money shareValue)
            implements CustodyCommand {}
}
