package org.tpx.gateway.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.ChargeEvent;
import org.tpx.protocol.Currency;
import org.tpx.protocol.CustodyEvent;
import org.tpx.protocol.DemandEvent;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.GovernanceEvent;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MarginRule;
import org.tpx.protocol.MemberEvent;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferEvent;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.OfferingEvent;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.OfferingTerms;
import org.tpx.protocol.PackageEvent;
import org.tpx.protocol.PlateTerms;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightEvent;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.VenuePolicy;
import org.tpx.wire.FieldShape;
import org.tpx.wire.RecordShape;
import org.tpx.wire.Templates;

/** Makes messages of any shape from a seed, within the limits of their fields, extremes and absent values among them. */
final class RandomMessages {
    /** Identities 1 to this are known to {@link #directory()}. */
    static final int KNOWN = 9;

    private static final String[] LETTERS = {"a", "Z", "0", " ", "\"", "\\", "\n", "é", "专", "利", "\u2028", "😀"};

    private final Random random;

    RandomMessages(long seed) {
        this.random = new Random(seed);
    }

    /** A directory that knows nine of each kind of thing. */
    static Directory directory() {
        Directory directory = new Directory();
        RandomMessages some = new RandomMessages(1);
        for (int id = 1; id <= KNOWN; id++) {
            directory.learn(new GovernanceEvent.ProposalMade(id, "P " + id, ProposalKind.CALENDAR, 1));
            directory.learn(new GovernanceEvent.PrincipalEnrolled(id, "CLERK-" + id, Role.CLERK, 0));
            directory.learn(new GovernanceEvent.CalendarVersionLoaded(id, "CN-" + id, 1, false, 28_800, List.of()));
            directory.learn(
                    new GovernanceEvent.FeeScheduleLoaded(id, "FEE-" + id, 1, Money.NONE, Money.NONE, List.of()));
            directory.learn(new ChargeEvent.DuesScheduleLoaded(id, "DUES-CN-" + id, 1, 1, 3, 5, List.of()));
            directory.learn(new MemberEvent.MembershipApplied(id, "Agent 0" + id, MembershipClass.BROKER));
            directory.learn(new MemberEvent.PartyRegistered(id, "Buyer " + id, Hash256.ZERO, Hash256.ZERO));
            directory.learn(new RightEvent.RightRegistered(id, "US-" + id, RightType.values()[0], "", "", List.of()));
            directory.learn(
                    new GovernanceEvent.RuleProfileLoaded(id, "CN_" + id, 1, some.terms(RuleProfileTerms.class)));
            directory.learn(
                    new ListingEvent.ListingDrafted(id, "L-" + id, 1, 1, 1, 1, 1, 1, some.terms(ListingTerms.class)));
            directory.learn(new UnitEvent.SeriesOpened(
                    id, "U-" + id, 1, some.terms(SeriesTerms.class), VenuePolicy.LICENSED_OR_FOREIGN));
            directory.learn(new OfferEvent.PlateOpened(id, "Plate " + id, 1, new PlateTerms(1, 1, false, "", "")));
            directory.learn(new PackageEvent.CatalogueOpened(
                    id, 1, CatalogueManner.TOGETHER, 1, 0, 0, "Sale " + id, "CAT-" + id, ""));
            directory.learn(new OfferEvent.OfferSubmitted(id, "O-" + id, 1, 1, 1, 0, 1, 1, 1, false, offered()));
            directory.learn(new CustodyEvent.ShareRegisterOpened(id, "R-" + id, 1, 1, 1, 1, "", 0, 0, List.of()));
            directory.learn(new DemandEvent.DemandSubmitted(id, "D-" + id, 1, 1, 0, 1, 1, 1, demanded()));
            directory.learn(new OfferingEvent.OfferingAnnounced(id, "OFFERING-" + id, 1, 1, 1, 1, offering(), 1, 0));
        }
        return directory;
    }

    private static DemandTerms demanded() {
        return new DemandTerms(
                DemandKind.SOLUTION,
                Money.ofMinor(1, Currency.CNY),
                0,
                Hash256.ZERO,
                1,
                1,
                1,
                0,
                0,
                "",
                "",
                "",
                "",
                "");
    }

    private static OfferingTerms offering() {
        return new OfferingTerms(
                OfferingPricing.FIXED, MarginRule.PRO_RATA, 1, Money.ofMinor(1, Currency.CNY), 1, 1, 0, 1, 1, 0);
    }

    private static OfferTerms offered() {
        return new OfferTerms(
                OfferKind.ORDINARY_LICENCE,
                Money.zero(Currency.CNY),
                0,
                0,
                0,
                0,
                Hash256.ZERO,
                Hash256.ZERO,
                ReleasePolicy.BY_PROFILE);
    }

    /** Any terms: the fields of a spliced record are those of a message that carries it. */
    private <T extends Record> T terms(Class<T> type) {
        Record message = next(Templates.ofProtocol().of(carrier(type)).record());
        if (message instanceof ListingEvent.ListingDrafted drafted) {
            return type.cast(drafted.terms());
        }
        if (message instanceof UnitEvent.SeriesOpened opened) {
            return type.cast(opened.terms());
        }
        return type.cast(((GovernanceEvent.RuleProfileLoaded) message).terms());
    }

    private static Class<?> carrier(Class<? extends Record> terms) {
        if (terms == ListingTerms.class) {
            return ListingEvent.ListingDrafted.class;
        }
        return terms == SeriesTerms.class ? UnitEvent.SeriesOpened.class : GovernanceEvent.RuleProfileLoaded.class;
    }

    Record next(RecordShape shape) {
        Object[] values = new Object[shape.fields().size()];
        for (FieldShape field : shape.fields()) {
            boolean absent = field.isOptional() && random.nextInt(4) == 0;
            values[field.index()] = absent ? field.absentValue() : value(field);
        }
        return shape.create(values);
    }

    private Object value(FieldShape field) {
        return switch (field.jsonKind()) {
            case NUMBER -> field.type() == int.class ? (Object) (int) number(field) : (Object) number(field);
            case INSTANT -> 1 + (random.nextLong() >>> 1) % 9_223_372_035_999_999_999L;
            case CODE -> 1L + random.nextInt(KNOWN);
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> pick(field.enumeration().constants());
            case MONEY ->
                Money.ofMinor(Math.max(1, number(field)), pick(List.of(Currency.CNY, Currency.JPY, Currency.USD)));
            case HASH -> new Hash256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            case TEXT -> field.isCodeText() ? "C-" + random.nextInt(1_000) : text();
            case LIST -> entries(field);
        };
    }

    private long number(FieldShape field) {
        return switch (random.nextInt(4)) {
            case 0 -> field.min();
            case 1 -> field.max();
            default -> field.min() + (random.nextLong() >>> 1) % Math.max(1, (field.max() >> 1) - (field.min() >> 1));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private List<Record> entries(FieldShape field) {
        List<Record> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(next(field.entry()));
        }
        return entries;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
