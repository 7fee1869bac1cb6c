package org.tpx.protocol;

/**
 * Unit series, the register of their holders, orders and trades. From OrderRested, UnitsTraded, OrderReduced, OrderReplaced and
 * OrderCancelled anyone rebuilds the whole book, order by order.
 */
public sealed interface UnitEvent extends Event {

    /** A series may be traded from now on. */
    @Message(id = 1150, doc = "A series may be traded from now on.")
    record SeriesOpened(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "its code", declares = Ref.SERIES, maxLength = 40) String code,
            @Field(value = "the calendar of its sessions", ref = Ref.CALENDAR) long calendarId,
            @Field("what is traded, and when") SeriesTerms terms,
            @Field("what the venue permits") VenuePolicy policy)
            implements UnitEvent {}

    /** Units were entered into the register of holders. */
    @Message(id = 1151, doc = "Units were entered into the register of holders.")
    record UnitsIssued(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("units") long units)
            implements UnitEvent {}

    /** Another session of a series runs. */
    @Message(id = 1152, doc = "Another session of a series runs.")
    record SessionStarted(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field("the session") UnitSession session,
            @Field(value = "its end; absent where no further session is known", optional = true) long untilNanos)
            implements UnitEvent {}

    /** An order, or what is left of it, rests behind all others of its price. */
    @Message(id = 1153, doc = "An order, or what is left of it, rests behind all others of its price.")
    record OrderRested(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it", ref = Ref.PRINCIPAL) long enteredById,
            @Field("number of the order") long orderNumber,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field("buy or sell") Side side,
            @Field("the limit for one unit") Money price,
            @Field("units that rest") long units)
            implements UnitEvent {}

    /** Two orders traded: units against money, both booked with this event. */
    @Message(id = 1154, doc = "Two orders traded: units against money, both booked with this event.")
    record UnitsTraded(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field("number of the trade in its series") long tradeNumber,
            @Field("which order came last; none in a call") Aggressor aggressor,
            @Field(value = "who entered the buy order", ref = Ref.PRINCIPAL) long buyEnteredById,
            @Field("its number") long buyOrderNumber,
            @Field(value = "the buyer", ref = Ref.PARTY) long buyerId,
            @Field("units that it still wants; 0 where it is filled") long buyRemaining,
            @Field(value = "who entered the sell order", ref = Ref.PRINCIPAL) long sellEnteredById,
            @Field("its number") long sellOrderNumber,
            @Field(value = "the seller", ref = Ref.PARTY) long sellerId,
            @Field("units that it still offers; 0 where it is filled") long sellRemaining,
            @Field("the price of one unit") Money price,
            @Field("units") long units,
            @Field("price times units, from the buyer's trading account to the seller's") Money amount,
            @Field("the buyer pays this as well") Money buyerFee,
            @Field("the seller gets so much less") Money sellerFee)
            implements UnitEvent {}

    /** An order lost units and kept its place. */
    @Message(id = 1155, doc = "An order lost units and kept its place.")
    record OrderReduced(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it", ref = Ref.PRINCIPAL) long enteredById,
            @Field("number of the order") long orderNumber,
            @Field("units that were taken away") long units,
            @Field("units that still rest") long remaining)
            implements UnitEvent {}

    /** An order has another price and quantity; without its priority it left its place, and what follows tells what became of it. */
    @Message(id = 1156, doc = "An order has another price and quantity; without its priority it left its place, and what follows tells what became of it.")
    record OrderReplaced(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it", ref = Ref.PRINCIPAL) long enteredById,
            @Field("number of the order") long orderNumber,
            @Field("the limit for one unit") Money price,
            @Field("units from now on") long units,
            @Field("whether it kept its place") boolean keepsPriority)
            implements UnitEvent {}

    /** What was left of an order is out. */
    @Message(id = 1157, doc = "What was left of an order is out.")
    record OrderCancelled(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who entered it", ref = Ref.PRINCIPAL) long enteredById,
            @Field("number of the order") long orderNumber,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field("units that were left") long units,
            @Field("why") CancelReason reason)
            implements UnitEvent {}

    /** A call ended: its one price, or no price where nothing could trade. */
    @Message(id = 1158, doc = "A call ended: its one price, or no price where nothing could trade.")
    record CallUncrossed(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field("the call") UnitSession session,
            @Field(value = "the price; absent where nothing traded", optional = true) Money price,
            @Field("units that traded") long units,
            @Field(value = "units left over at the price: above zero wanted, below zero offered", min = Long.MIN_VALUE) long surplus)
            implements UnitEvent {}

    /** The holders behind a nominee are known. */
    @Message(id = 1159, doc = "The holders behind a nominee are known.")
    record BeneficiariesDeclared(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the nominee", ref = Ref.PARTY) long partyId,
            @Field("holders behind it") int holders)
            implements UnitEvent {}

    /** A series does not trade from now on. */
    @Message(id = 1160, doc = "A series does not trade from now on.")
    record SeriesHalted(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements UnitEvent {}

    /** A series trades again, through a call where it has calls. */
    @Message(id = 1161, doc = "A series trades again, through a call where it has calls.")
    record SeriesResumed(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId)
            implements UnitEvent {}

    /** All orders of a member, or of one of its clients, are out. */
    @Message(id = 1162, doc = "All orders of a member, or of one of its clients, are out.")
    record OrdersCancelled(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the client, where it was only this one's", optional = true, ref = Ref.PARTY) long partyId,
            @Field("orders that went out") int orders)
            implements UnitEvent {}
}
