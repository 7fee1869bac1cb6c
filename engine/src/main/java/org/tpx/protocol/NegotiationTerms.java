package org.tpx.protocol;

/** What the two sides of a negotiated transfer have agreed on. */
public record NegotiationTerms(
        @Field(value = "the counterparty", ref = Ref.PARTY) long transfereeId,
        @Field("why no listing is needed") LegalBasis basis,
        @Field(value = "the agreed price", min = 1) Money price,
        @Field(value = "what is transferred, in words", maxLength = 500) String scope) {}
