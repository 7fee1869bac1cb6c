package org.tpx.protocol;

import java.util.List;

/**
 * Offerings of units, capital increases among them (sections 1.5, 1.6 and 4.3), and what stands behind a series: its pool of
 * rights, and its end. An application is binding and paid for in full when it enters.
 */
public sealed interface OfferingCommand extends Command {

    /** Proposes to offer units of a series; another person approves. */
    @Message(id = 190, doc = "Proposes to offer units of a series; another person approves.")
    record ProposeOffering(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the offering", declares = Ref.OFFERING, maxLength = 40) String offering,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who gets the money", ref = Ref.PARTY) long issuerId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field("what is offered") OfferingTerms terms)
            implements OfferingCommand {}

    /** Applies for units of an offering; what they may cost leaves the party's trading account. */
    @Message(id = 191, doc = "Applies for units of an offering; what they may cost leaves the party's trading account.")
    record ApplyForUnits(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field(value = "units", min = 1, max = (1L << 39) - 1) long units,
            @Field(value = "the limit for one unit; absent at a fixed price", optional = true) Money price)
            implements OfferingCommand {}

    /** Takes units up by right of pre-emption, at the price that was found. */
    @Message(id = 192, doc = "Takes units up by right of pre-emption, at the price that was found.")
    record ExercisePreemption(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "units", min = 1, max = (1L << 39) - 1) long units)
            implements OfferingCommand {}

    /** Cancels an offering that has not been allotted; all money goes back. */
    @Message(id = 193, doc = "Cancels an offering that has not been allotted; all money goes back.")
    record CancelOffering(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferingCommand {}

    /** Proposes to put rights into the pool behind a series; another person approves. */
    @Message(id = 194, doc = "Proposes to put rights into the pool behind a series; another person approves.")
    record ProposePool(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the owner of the rights", ref = Ref.PARTY) long ownerId,
            @Field(value = "the rights", maxLength = 500) List<PooledRight> rights)
            implements OfferingCommand {}

    /** Proposes to wind a series up: its rights come free, and nothing trades in it again; another person approves. */
    @Message(id = 195, doc = "Proposes to wind a series up: its rights come free, and nothing trades in it again; another person approves.")
    record ProposeWindingUp(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferingCommand {}

    /** Proposes to pay the holders of a series so much for each unit, a coupon for example; another person approves. */
    @Message(id = 196, doc = "Proposes to pay the holders of a series so much for each unit, a coupon for example; another person approves.")
    record ProposeDistribution(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who pays, from its trading account", ref = Ref.PARTY) long payerId,
            @Field(value = "for one unit", min = 1) Money perUnit,
            @Field(value = "what for, in words", maxLength = 500) String reason)
            implements OfferingCommand {}
}
