package org.tpx.protocol;

import java.util.List;

/**
 * Unit series and their order book (machine 9.3, continuous and call). An order is named by who entered it and by the client
 * id under which it was entered, its number; the client ids of one person's order commands rise.
 */
public sealed interface UnitCommand extends Command {

    /** The largest number of an order, so that number and person fit into one word of the book. */
    long MAX_ORDER_NUMBER = (1L << 44) - 1;

    /** The commands whose client ids rise from 1 to {@link #MAX_ORDER_NUMBER}, each person's on its own. */
    List<Class<? extends UnitCommand>> ORDER_COMMANDS =
            List.of(EnterOrder.class, ReplaceOrder.class, ReduceOrder.class, CancelOrder.class, CancelOrders.class);

    /** Proposes a series of units; another person approves it with the authority's approval number. */
    @Message(id = 100, doc = "Proposes a series of units; another person approves it with the authority's approval number.")
    record ProposeSeries(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the series", declares = Ref.SERIES, maxLength = 40) String series,
            @Field(value = "the calendar of its sessions", ref = Ref.CALENDAR) long calendarId,
            @Field("what is traded, and when") SeriesTerms terms,
            @Field("what the venue permits") VenuePolicy policy)
            implements UnitCommand {}

    /** Proposes to enter units into the register of holders; another person approves. */
    @Message(id = 101, doc = "Proposes to enter units into the register of holders; another person approves.")
    record ProposeIssue(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who gets how many", maxLength = 500) List<UnitAllotment> allotments)
            implements UnitCommand {}

    /** Enters an order into the book of a series; its number is the command's client id. */
    @Message(id = 102, doc = "Enters an order into the book of a series; its number is the command's client id.")
    record EnterOrder(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field("buy or sell") Side side,
            @Field("what becomes of it where it cannot trade") OrderKind kind,
            @Field("how long it may rest") TimeInForce timeInForce,
            @Field(value = "its last instant, for good till date", optional = true) long expiresNanos,
            @Field(value = "the limit for one unit; absent for market to limit", optional = true) Money price,
            @Field(value = "units", min = 1, max = (1L << 39) - 1) long units,
            @Field(value = "units that must trade at once for it to be taken at all", optional = true, max = (1L << 39) - 1) long minimumUnits,
            @Field("what happens when it meets an order of the same party") SelfTrade selfTrade)
            implements UnitCommand {}

    /** Gives an order another price and quantity; it keeps its place where the price stays and the quantity does not grow. */
    @Message(id = 103, doc = "Gives an order another price and quantity; it keeps its place where the price stays and the quantity does not grow.")
    record ReplaceOrder(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it; absent for the sender", optional = true, ref = Ref.PRINCIPAL) long enteredById,
            @Field(value = "number of the order", min = 1, max = MAX_ORDER_NUMBER) long orderNumber,
            @Field(value = "the limit for one unit", min = 1) Money price,
            @Field(value = "units from now on", min = 1, max = (1L << 39) - 1) long units)
            implements UnitCommand {}

    /** Takes units from an order, which keeps its place. */
    @Message(id = 104, doc = "Takes units from an order, which keeps its place.")
    record ReduceOrder(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it; absent for the sender", optional = true, ref = Ref.PRINCIPAL) long enteredById,
            @Field(value = "number of the order", min = 1, max = MAX_ORDER_NUMBER) long orderNumber,
            @Field(value = "units to take away", min = 1, max = (1L << 39) - 1) long units)
            implements UnitCommand {}

    /** Cancels an order. */
    @Message(id = 105, doc = "Cancels an order.")
    record CancelOrder(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it; absent for the sender", optional = true, ref = Ref.PRINCIPAL) long enteredById,
            @Field(value = "number of the order", min = 1, max = MAX_ORDER_NUMBER) long orderNumber)
            implements UnitCommand {}

    /** Cancels every order of a member, or of one of its clients, in a series. */
    @Message(id = 106, doc = "Cancels every order of a member, or of one of its clients, in a series.")
    record CancelOrders(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the member; absent for the sender's", optional = true, ref = Ref.MEMBER) long memberId,
            @Field(value = "only this client's", optional = true, ref = Ref.PARTY) long partyId)
            implements UnitCommand {}

    /** Records how many people hold through a nominee; the limit of holders counts them all. */
    @Message(id = 107, doc = "Records how many people hold through a nominee; the limit of holders counts them all.")
    record DeclareBeneficiaries(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the nominee", ref = Ref.PARTY) long partyId,
            @Field(value = "holders behind it, 1 for itself alone", min = 1, max = 1_000_000) int holders)
            implements UnitCommand {}

    /** Asks for money back that no open order blocks. */
    @Message(id = 108, doc = "Asks for money back that no open order blocks.")
    record WithdrawMoney(
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "how much", min = 1) Money amount)
            implements UnitCommand {}

    /** Halts trading in a series; its orders stay and may be cancelled. */
    @Message(id = 109, doc = "Halts trading in a series; its orders stay and may be cancelled.")
    record HaltSeries(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements UnitCommand {}

    /** Proposes to let a halted series trade again; another person approves. */
    @Message(id = 110, doc = "Proposes to let a halted series trade again; another person approves.")
    record ProposeSeriesResumption(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId)
            implements UnitCommand {}
}
