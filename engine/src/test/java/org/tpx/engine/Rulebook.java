package org.tpx.engine;

import java.util.List;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.Money;
import org.tpx.protocol.RequiredDocument;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SystemCommand.OpenExchange;

/** The officers and rules of the market of the worked examples: profile CN_SOE_ASSET, fees FEE-CS-2022, calendar CN-2025. */
public final class Rulebook {

    static final String PROFILE = "CN_SOE_ASSET";
    static final String FEES = "FEE-CS-2022";
    static final String CALENDAR = "CN-2025";

    private Rulebook() {}

    static OpenExchange founding() {
        return new OpenExchange(
                "The exchange of the worked examples",
                List.of(
                        new Founder("OPERATOR-1", Role.OPERATOR),
                        new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                        new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                        new Founder("CLERK-1", Role.CLERK),
                        new Founder("CLERK-2", Role.CLERK),
                        new Founder("AUDITOR-1", Role.AUDITOR),
                        new Founder("AUTHORITY-1", Role.AUTHORITY)));
    }

    /** The rules of example E1 and E2. */
    static RuleProfileTerms rules() {
        List<DisclosureTier> tiers = List.of(
                new DisclosureTier(Written.money("CNY 1,000,000.01"), 5),
                new DisclosureTier(Written.money("CNY 10,000,000.00"), 10),
                new DisclosureTier(Money.NONE, 20));
        return With.with(
                Examples.terms(Currency.CNY, tiers),
                "appraisalRequired",
                false,
                "requiredDocuments",
                List.of(
                        new RequiredDocument(DocumentKind.TITLE_CERTIFICATE),
                        new RequiredDocument(DocumentKind.NOTICE_DRAFT)));
    }

    static ProposeRuleProfile profile(int version, RuleProfileTerms terms) {
        return Examples.profile(version, terms);
    }

    static ProposeFeeSchedule fees(int version) {
        return With.with(
                Examples.fees2022(version),
                "waivers",
                List.of(
                        new FeeWaiverRule(FeeWaiverGround.PUBLIC_PROGRAMME, 10_000, 10_000),
                        new FeeWaiverRule(FeeWaiverGround.UNIVERSITY, 10_000, 0),
                        new FeeWaiverRule(FeeWaiverGround.SMALL_ENTERPRISE, 3_333, 5_000)));
    }
}
