package org.tpx.gateway.imports;

import java.util.List;
import java.util.Map;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.Money;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.wire.RecordShape;
import org.tpx.wire.Templates;

/**
 * The rule profile of imported auctions: maxima bid for their bidders, no cap against mistyped prices, one day of disclosure, and every
 * other period or switch that such auctions need. What is not named here is off, or of no length.
 */
final class ImportedRules {
    private static final int DAYS = 5;

    private ImportedRules() {}

    /** The command that proposes it. */
    static ProposeRuleProfile proposal(String proposal, String profile, Currency currency) {
        RecordShape shape = Templates.ofProtocol().of(ProposeRuleProfile.class).record();
        Map<String, Object> named = Map.ofEntries(
                Map.entry("proposal", proposal),
                Map.entry("profile", profile),
                Map.entry("version", 1),
                Map.entry("currency", currency),
                Map.entry("periodCounting", PeriodCounting.EXCLUDE_START),
                Map.entry("reviewDays", DAYS),
                Map.entry("qualificationDays", DAYS),
                Map.entry("depositDays", DAYS),
                Map.entry("lifeMonths", 12),
                Map.entry("singleQuoteAllowed", true),
                Map.entry("quoteWindowDays", DAYS),
                Map.entry("freePeriodSeconds", 1),
                Map.entry("limitedPeriodSeconds", 1),
                Map.entry("proxyBiddingAllowed", true),
                Map.entry("signingDays", DAYS),
                Map.entry("paymentDays", DAYS),
                Map.entry("refundDays", DAYS),
                Map.entry("releasePolicy", ReleasePolicy.ON_TITLE_REGISTERED),
                Map.entry("forfeitPolicy", ForfeitPolicy.FULL),
                Map.entry("disclosureTiers", List.of(new DisclosureTier(Money.NONE, 1))));
        Object[] values = shape.fields().stream()
                .map(field -> named.getOrDefault(field.name(), field.absentValue()))
                .toArray();
        return (ProposeRuleProfile) shape.create(values);
    }
}
