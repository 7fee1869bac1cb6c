package org.tpx.protocol;

/**
 * What a venue may do with units (domain 4.3; State Council 国发〔2011〕38号 and 国办发〔2012〕37号 for China). The guards stand at
 * order entry and each has a code of its own: VENUE_POLICY, T_PLUS_5, HOLDER_LIMIT.
 */
public record VenuePolicy(
        @Field("whether orders trade as they enter") boolean continuous,
        @Field("whether orders are collected and trade at one price") boolean call,
        @Field(value = "trading days that must lie between buying and selling, either way; 0 for none", max = 400) int tPlusDays,
        @Field(value = "the most holders, counted through nominees; 0 for no limit", max = 1_000_000) int maxHolders) {

    /** A property exchange in China without a licence for centralised trading: neither calls nor continuous trading. */
    public static final VenuePolicy CN_PROPERTY_EXCHANGE = new VenuePolicy(false, false, 5, 200);

    /** A licensed venue, or one outside of China. */
    public static final VenuePolicy LICENSED_OR_FOREIGN = new VenuePolicy(true, true, 0, 0);
}
