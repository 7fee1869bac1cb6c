package org.tpx.engine.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.BasisRule;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Money;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.WorkingDay;

/** The rules of the worked examples (domain analysis 5.2 and 9.9), as tests hand them in. */
public final class Examples {

    public static final int CHINA_OFFSET_SECONDS = 8 * 3600;

    private static final Set<String> HOLIDAYS_2025 = Set.of(
            "01-01", "01-28", "01-29", "01-30", "01-31", "02-03", "02-04", "04-04", "05-01", "05-02", "05-05", "06-02",
            "10-01", "10-02", "10-03", "10-06", "10-07", "10-08");
    private static final Set<String> MAKE_UP_2025 = Set.of("01-26", "02-08", "04-27", "09-28", "10-11");

    private Examples() {}

    /** Every working day of 2025 by the decree, 09:00 to 17:00. */
    public static ProposeCalendar calendar2025(int version) {
        return calendar(version, workingDays2025());
    }

    /** A version of CN-2025 with these days. */
    public static ProposeCalendar calendar(int version, List<WorkingDay> days) {
        return new ProposeCalendar("CALENDAR-" + version, "CN-2025", version, false, CHINA_OFFSET_SECONDS, days);
    }

    /** The working days of 2025. */
    public static List<WorkingDay> workingDays2025() {
        return LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .filter(Examples::isWorkingDay2025)
                .map(date -> workingDay(date, "09:00", "17:00"))
                .toList();
    }

    /** A working day from and to these local times. */
    public static WorkingDay workingDay(LocalDate date, String open, String close) {
        return new WorkingDay(Tape.nanos(date + "T" + open), Tape.nanos(date + "T" + close));
    }

    /** FEE-CS-2022, the last negotiated rate filled in. */
    public static ProposeFeeSchedule fees2022(int version) {
        List<FeeTier> tiers = List.of(
                new FeeTier(yuan(30_000_000), 2_400, 32_000, 2_400),
                new FeeTier(yuan(60_000_000), 2_000, 24_000, 2_000),
                new FeeTier(yuan(100_000_000), 1_500, 14_000, 1_500),
                new FeeTier(yuan(500_000_000), 700, 6_000, 700),
                new FeeTier(Money.NONE, 300, 3_000, 300));
        return fees(version, yuan(3_600), yuan(2_000), tiers);
    }

    /** A version of FEE-CS-2022 with these minimums and tiers. */
    public static ProposeFeeSchedule fees(int version, Money bidding, Money negotiated, List<FeeTier> tiers) {
        return new ProposeFeeSchedule("FEES-" + version, "FEE-CS-2022", version, bidding, negotiated, tiers);
    }

    /** CN_SOE_ASSET with twenty working days of disclosure from ten million on and ten below. */
    public static ProposeRuleProfile profile(int version) {
        return profile(
                version,
                terms(
                        Currency.CNY,
                        List.of(new DisclosureTier(yuan(10_000_000), 10), new DisclosureTier(Money.NONE, 20))));
    }

    /** A version of CN_SOE_ASSET with these rules. */
    public static ProposeRuleProfile profile(int version, RuleProfileTerms terms) {
        return new ProposeRuleProfile("PROFILE-" + version, "CN_SOE_ASSET", version, terms);
    }

    /** Rules in which only the currency and the tiers differ from the example's. */
    public static RuleProfileTerms terms(Currency currency, List<DisclosureTier> tiers) {
        return terms(currency, tiers, 0, 3_000, ReleasePolicy.ON_TITLE_REGISTERED, ForfeitPolicy.FULL);
    }

    /** Rules in which the bounds of the deposit and the policies differ too. */
    public static RuleProfileTerms terms(
            Currency currency,
            List<DisclosureTier> tiers,
            int depositFloorBps,
            int depositCapBps,
            ReleasePolicy release,
            ForfeitPolicy forfeit) {
        return new RuleProfileTerms(
                currency,
                PeriodCounting.EXCLUDE_START,
                5,
                10,
                0,
                5,
                5,
                24,
                0,
                5,
                3,
                depositCapBps,
                depositFloorBps,
                true,
                9_000,
                12,
                true,
                5,
                3_600,
                300,
                false,
                false,
                false,
                100,
                300,
                true,
                5,
                true,
                3,
                10,
                5,
                5,
                5,
                5,
                3,
                3,
                5,
                true,
                true,
                31,
                20,
                10,
                10,
                30,
                30,
                20,
                5,
                3,
                30,
                Money.ofMinor(2_000_000_000L, currency),
                2_000,
                4_000,
                GuideForce.WARN,
                true,
                false,
                0,
                release,
                0,
                0,
                forfeit,
                tiers,
                List.of(),
                List.of(
                        new BasisRule(LegalBasis.UNIVERSITY_ACHIEVEMENT, 15, DayKind.CALENDAR, true, false, false),
                        new BasisRule(LegalBasis.STATE_REORGANISATION, 5, DayKind.WORKING, true, true, true),
                        new BasisRule(LegalBasis.FAILED_LISTING, 0, DayKind.WORKING, false, false, true),
                        new BasisRule(LegalBasis.PRIVATE_HOLDER, 0, DayKind.WORKING, false, false, true)),
                List.of());
    }

    /** So many whole yuan. */
    public static Money yuan(long yuan) {
        return Money.ofMinor(Math.multiplyExact(yuan, 100L), Currency.CNY);
    }

    /** The days of a list and one more. */
    public static List<WorkingDay> with(List<WorkingDay> days, WorkingDay more) {
        List<WorkingDay> all = new ArrayList<>(days);
        all.add(more);
        return all;
    }

    /** The days of a list without those on these dates of 2025, {@code 12-31} for example. */
    public static List<WorkingDay> without(List<WorkingDay> days, String... dates) {
        List<Long> opens = Stream.of(dates)
                .map(date -> Tape.nanos("2025-" + date + "T09:00"))
                .toList();
        return days.stream().filter(day -> !opens.contains(day.openNanos())).toList();
    }

    private static boolean isWorkingDay2025(LocalDate date) {
        String monthAndDay = date.toString().substring(5);
        boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        return MAKE_UP_2025.contains(monthAndDay) || (weekday && !HOLIDAYS_2025.contains(monthAndDay));
    }
}
