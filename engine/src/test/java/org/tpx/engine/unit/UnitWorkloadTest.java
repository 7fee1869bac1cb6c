package org.tpx.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.TestHost;
import org.tpx.engine.UnitStage;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.OrderHalt;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * Days of random trading in one series, with halts, outages, and money in and out, against {@link UnitModel}: every turn causes
 * exactly the events that the model says, from the start and from snapshots. A failure names its seed.
 */
class UnitWorkloadTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 400;
    private static final int PARTIES = 5;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long CASH_MINOR = 60_000;
    private static final long UNITS = 2_000;

    private final Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private int trades;

    @Test
    void shouldTradeLikeTheModelWhateverHappens() {
        List<Setting> settings = List.of(
                new Setting(VenuePolicy.LICENSED_OR_FOREIGN, "buyerFeePpm", 1_234, "sellerFeePpm", 777),
                new Setting(
                        new VenuePolicy(true, true, 2, 4), "bandBps", 500, "lotUnits", 10L, "tieBreak", TieBreak.SZSE),
                new Setting(new VenuePolicy(false, true, 1, 0), "tieBreak", TieBreak.SSE, "buyerFeePpm", 9),
                new Setting(new VenuePolicy(true, false, 0, 4), "sellerFeePpm", 1_000_000, "tick", cny(5)),
                new Setting(
                        new VenuePolicy(true, true, 0, 0),
                        "resumptionCallSeconds",
                        0,
                        "preOpenSeconds",
                        9 * 3_600 + 1_800,
                        "openingCallSeconds",
                        9 * 3_600 + 1_800,
                        "tieBreak",
                        TieBreak.EURONEXT,
                        "referencePrice",
                        cny(100)));
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(settings.get(seed % settings.size()), seed);
            try {
                run.play();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(run.where(), e);
            }
        }
        assertThat(trades).as("trades").isGreaterThan(SEEDS * 20);
        assertThat(reasons).contains(EXPECTED);
        assertThat(seen)
                .contains(
                        UnitEvent.OrderRested.class,
                        UnitEvent.OrderReduced.class,
                        UnitEvent.OrderReplaced.class,
                        UnitEvent.OrderCancelled.class,
                        UnitEvent.OrdersCancelled.class,
                        UnitEvent.CallUncrossed.class,
                        UnitEvent.SeriesHalted.class,
                        UnitEvent.SeriesResumed.class);
    }

    private static final RejectReason[] EXPECTED = {
        RejectReason.UNKNOWN_SUBJECT,
        RejectReason.HALTED,
        RejectReason.SESSION_CLOSED,
        RejectReason.NO_CANCEL,
        RejectReason.CURRENCY,
        RejectReason.BAD_LOT,
        RejectReason.BAD_TICK,
        RejectReason.BAD_EXPIRY,
        RejectReason.PRICE_BAND,
        RejectReason.CREDIT,
        RejectReason.T_PLUS_5,
        RejectReason.HOLDER_LIMIT,
        RejectReason.WOULD_TRADE,
        RejectReason.NOT_FILLABLE,
        RejectReason.NO_LIMIT_OPPOSITE,
    };

    private static Money cny(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }

    /** A market with one series, as a snapshot that every run begins from. P0 and P1 hold units; P4 is a nominee for two. */
    private static final class Setting {

        private final SeriesTerms terms;
        private final VenuePolicy policy;
        private final byte[] snapshot;
        private final long nowNanos;
        private final long seriesId;
        private final long[] parties = new long[PARTIES];
        private final long[] agents = new long[PARTIES];
        private final long[] members = new long[PARTIES];
        private final long clerk;
        private final long[] supervisors = new long[2];

        private Setting(VenuePolicy policy, Object... namesAndValues) {
            Market market = new Market();
            this.policy = policy;
            terms = With.with(UnitStage.TERMS, namesAndValues);
            market.opensSeries("U1", policy, namesAndValues);
            for (int i = 0; i < PARTIES; i++) {
                market.party("P" + i).paysIn("P" + i, Written.text(cny(CASH_MINOR)));
                parties[i] = market.id(Ref.PARTY, "P" + i);
                agents[i] = market.id(Ref.PRINCIPAL, "A-P" + i);
                members[i] = market.id(Ref.MEMBER, "M-P" + i);
            }
            market.issues(UNITS, "P0", "P1").declares("P4", 2).at("2025-06-03 08:00");
            clerk = market.id(Ref.PRINCIPAL, "CLERK-1");
            supervisors[0] = market.id(Ref.PRINCIPAL, "SUPERVISOR-1");
            supervisors[1] = market.id(Ref.PRINCIPAL, "SUPERVISOR-2");
            seriesId = market.seriesId();
            snapshot = market.host().snapshot();
            nowNanos = market.host().nowNanos();
        }
    }

    /** One random history. */
    private final class Run {

        private final Setting setting;
        private final int seed;
        private final Random random;
        private TestHost host;
        private final UnitModel model;
        private final ModelClock clock;
        private final List<long[]> entered = new ArrayList<>();
        private long clientId = 1_000_000;
        private int told;

        private Run(Setting setting, int seed) {
            this.setting = setting;
            this.seed = seed;
            random = new Random(seed);
            host = TestHost.resumed(setting.snapshot, setting.nowNanos);
            model = new UnitModel(setting.seriesId, setting.terms, setting.policy);
            clock = new ModelClock(model, LocalDate.of(2025, 6, 3));
            for (int i = 0; i < PARTIES; i++) {
                long units = i < 2 ? UNITS : 0;
                model.parties.put(setting.parties[i], new ModelParty(setting.parties[i], CASH_MINOR, units));
            }
            model.party(setting.parties[4]).weight = 2;
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                pass();
                act(random.nextInt(100));
                compare();
                if (random.nextInt(40) == 0) {
                    goOnFromASnapshot();
                }
            }
            resume();
            advance(host.nowNanos() + 86_400 * SECOND_NANOS);
            compare();
            assertThat(model.parties.values().stream()
                            .mapToLong(ModelParty::units)
                            .sum())
                    .isEqualTo(2 * UNITS);
        }

        private void goOnFromASnapshot() {
            byte[] snapshot = host.snapshot();
            host = TestHost.resumed(snapshot, host.nowNanos());
            assertThat(host.snapshot()).isEqualTo(snapshot);
            told = 0;
        }

        private String where() {
            return "seed " + seed + ", turn " + host.turns().size() + " at " + Written.local(host.nowNanos());
        }

        // A few days of trading hours, with the nights between them.
        private void pass() {
            long seconds = random.nextInt(12) == 0 ? random.nextInt(4_000) : random.nextInt(60);
            boolean waits = model.session == UnitSession.CLOSED && random.nextInt(3) > 0;
            advance(waits ? clock.nextNanos() : host.nowNanos() + seconds * SECOND_NANOS);
        }

        private void advance(long toNanos) {
            host.advance(toNanos);
            clock.advance(toNanos);
        }

        private void act(int dice) {
            int person = random.nextInt(PARTIES);
            if (dice < 58) {
                enter(person);
            } else if (dice < 68) {
                long[] order = order(person);
                send(setting.agents[(int) order[0]], new UnitCommand.CancelOrder(setting.seriesId, 0, order[1]));
                model.cancel(name(order));
            } else if (dice < 76) {
                long[] order = order(person);
                var command = new UnitCommand.ReplaceOrder(setting.seriesId, 0, order[1], price(false), units());
                send(setting.agents[(int) order[0]], command);
                model.replace(command, name(order));
            } else if (dice < 82) {
                long[] order = order(person);
                var command = new UnitCommand.ReduceOrder(setting.seriesId, 0, order[1], units());
                send(setting.agents[(int) order[0]], command);
                model.reduce(command, name(order));
            } else if (dice < 85) {
                cancelAll(person);
            } else if (dice < 90) {
                money(person);
            } else if (dice < 91) {
                halt();
            } else if (dice < 96) {
                resume();
            } else if (dice < 97) {
                market(random.nextInt(6) == 0);
            } else if (dice == 97 && random.nextInt(3) == 0) {
                outage();
            }
        }

        private void enter(int person) {
            OrderKind kind = random.nextInt(3) > 0 ? OrderKind.LIMIT : any(OrderKind.values());
            TimeInForce time = random.nextInt(3) > 0 ? TimeInForce.DAY : any(TimeInForce.values());
            boolean dated = (time == TimeInForce.GOOD_TILL_DATE) != (random.nextInt(40) == 0);
            boolean priced = (kind != OrderKind.MARKET_TO_LIMIT) != (random.nextInt(40) == 0);
            var command = new UnitCommand.EnterOrder(
                    setting.seriesId,
                    setting.parties[person],
                    any(Side.values()),
                    kind,
                    time,
                    dated ? lastInstant() : 0,
                    priced ? price(true) : Money.NONE,
                    units(),
                    random.nextInt(8) == 0 ? 1 + random.nextInt(60) : 0,
                    any(SelfTrade.values()));
            send(setting.agents[person], command);
            entered.add(new long[] {person, clientId});
            model.enter(command, setting.agents[person], clientId, host.nowNanos());
        }

        private void cancelAll(int person) {
            long party = random.nextBoolean() ? 0 : setting.parties[random.nextInt(PARTIES)];
            boolean supervisor = random.nextBoolean();
            var command = new UnitCommand.CancelOrders(setting.seriesId, setting.members[person], party);
            send(supervisor ? setting.supervisors[0] : setting.agents[person], command);
            if (!supervisor && model.isHeld()) {
                model.trading.refuse(106, RejectReason.NO_CANCEL);
                return;
            }
            int removed = model.trading.removeAll(setting.agents[person], party);
            model.events.add(new UnitEvent.OrdersCancelled(setting.seriesId, setting.members[person], party, removed));
        }

        private void money(int person) {
            ModelParty party = model.party(setting.parties[person]);
            Money amount = cny(1 + random.nextInt(20_000));
            if (random.nextBoolean()) {
                send(
                        setting.clerk,
                        new ReceiveMoney("BANK-" + clientId, MoneyPurpose.TRADING, 0, party.id, amount, Hash256.ZERO));
                party.cashMinor += amount.minor();
                return;
            }
            send(setting.agents[person], new UnitCommand.WithdrawMoney(party.id, amount));
            if (party.cashMinor - model.blockedMinor(party) < amount.minor()) {
                model.events.add(new CommandRefused(108, RejectReason.CREDIT, party.id));
            } else {
                party.cashMinor -= amount.minor();
                clock.countPayment();
            }
        }

        private void halt() {
            send(setting.supervisors[0], new UnitCommand.HaltSeries(setting.seriesId, "why"));
            if (model.halted) {
                model.trading.refuse(109, RejectReason.NOT_ALLOWED);
            } else {
                clock.halt("why");
            }
        }

        private void resume() {
            market(false);
            if (model.halted && !model.marketHalted) {
                decide(new UnitCommand.ProposeSeriesResumption("P-" + clientId, setting.seriesId));
                model.halted = false;
                clock.resume(host.nowNanos());
            }
        }

        private void market(boolean halts) {
            if (halts && !model.marketHalted) {
                send(setting.supervisors[0], new OrderHalt(HaltScope.MARKET, 0, ""));
                model.marketHalted = true;
                model.trading.continuous(false);
            } else if (!halts && model.marketHalted) {
                decide(new ProposeHaltLift("P-" + clientId, HaltScope.MARKET, 0));
                model.marketHalted = false;
                if (!model.halted) {
                    clock.resume(host.nowNanos());
                }
            }
        }

        private void outage() {
            long backNanos = host.nowNanos() + random.nextInt(3_600) * SECOND_NANOS;
            clock.outage(backNanos);
            host.restart(backNanos);
        }

        private void decide(Command proposal) {
            ProposalMade made = (ProposalMade) send(setting.supervisors[0], proposal);
            send(setting.supervisors[1], new ApproveProposal(made.proposalId(), ""));
        }

        private Event send(long sender, Command command) {
            return host.submit(sender, ++clientId, command).events().get(0);
        }

        // Mostly one that was entered lately, sometimes one that never was.
        private long[] order(int person) {
            if (entered.isEmpty() || random.nextInt(20) == 0) {
                return new long[] {person, 5};
            }
            return entered.get(Math.max(0, entered.size() - 1 - random.nextInt(25)));
        }

        private long name(long[] order) {
            return setting.agents[(int) order[0]] << 44 | order[1];
        }

        private Money price(boolean maybeForeign) {
            long minor = 100 + (long) (random.nextGaussian() * 4);
            long onTick = minor - minor % setting.terms.tick().minor() + (random.nextInt(50) == 0 ? 1 : 0);
            return Money.ofMinor(onTick, maybeForeign && random.nextInt(80) == 0 ? Currency.USD : Currency.CNY);
        }

        // Often about the close of a day, where a nanosecond makes a difference.
        private long lastInstant() {
            long nanos = host.nowNanos() + (random.nextInt(30) - 3) * 3_600L * SECOND_NANOS;
            String day = Written.local(nanos).substring(0, "yyyy-MM-dd".length());
            return random.nextBoolean() ? nanos : Written.nanos(day + " 15:00") + random.nextInt(3) - 1;
        }

        private long units() {
            long lots = 1L + random.nextInt(random.nextInt(12) == 0 ? 300 : 40);
            return lots * setting.terms.lotUnits() + (random.nextInt(60) == 0 ? 1 : 0);
        }

        private <E> E any(E[] constants) {
            return constants[random.nextInt(constants.length)];
        }

        private void compare() {
            List<Event> actual = new ArrayList<>();
            for (Played turn : host.turns().subList(told, host.turns().size())) {
                turn.events().stream().filter(Run::isOfUnits).forEach(actual::add);
            }
            told = host.turns().size();
            assertThat(actual).isEqualTo(model.events);
            for (Event event : actual) {
                seen.add(event.getClass());
                trades += event instanceof UnitEvent.UnitsTraded ? 1 : 0;
                if (event instanceof CommandRefused refused) {
                    reasons.add(refused.reason());
                }
            }
            model.events.clear();
        }

        private static boolean isOfUnits(Event event) {
            return event instanceof UnitEvent
                    || event instanceof CommandRefused
                    || event instanceof PaymentInstructed
                    || (event instanceof PaymentDue due && due.kind() == PaymentKind.FEES);
        }
    }
}
