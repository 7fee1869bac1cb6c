package org.tpx.settlement;

import java.util.Random;
import java.util.function.BiConsumer;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferCommand;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.PlateTerms;
import org.tpx.protocol.ReleasePolicy;

/**
 * What a {@link RandomMarket} offers at a marked price: one licence without fees under a plate of three places, one for anybody, and
 * one that costs less than the fee. Who sends a command is named by its code.
 */
final class RandomOffers {
    private static final Hash256 PAPER = new Hash256(1, 2, 3, 4);
    private static final int BUYERS = 5;

    private final Random random;
    private final MarketMemory memory;
    private final BiConsumer<String, Command> sender;
    private int taken;

    RandomOffers(Random random, MarketMemory memory, BiConsumer<String, Command> sender) {
        this.random = random;
        this.memory = memory;
        this.sender = sender;
    }

    /** Proposes the plate; the offers stand once it is approved. */
    void propose(long endNanos) {
        sender.accept(
                "CLERK",
                new OfferCommand.ProposePlate(
                        "PLATE-OPENING",
                        "PLATE",
                        memory.id("SELLER"),
                        new PlateTerms(endNanos, 3, true, "plate", "anybody")));
    }

    void publish(long rightId) {
        for (int buyer = 1; buyer < BUYERS; buyer++) {
            long party = memory.id("B" + buyer);
            sender.accept("AGENT", new OfferCommand.RegisterApplicant(1, party, PAPER));
            sender.accept("CLERK", new OfferCommand.AdmitApplicant(1, party, "fits"));
        }
        publish(1, rightId, 1, 2_000_000);
        publish(2, rightId, 0, 123_456_789);
        publish(3, rightId, 0, 150_000);
    }

    private void publish(long offer, long rightId, long plate, long priceMinor) {
        OfferTerms terms = new OfferTerms(
                OfferKind.ORDINARY_LICENCE,
                Money.ofMinor(priceMinor, Currency.CNY),
                0,
                0,
                0,
                0,
                PAPER,
                Hash256.ZERO,
                ReleasePolicy.values()[random.nextInt(ReleasePolicy.values().length)]);
        sender.accept(
                "AGENT",
                new OfferCommand.SubmitOffer(
                        "OFFER-" + offer,
                        rightId,
                        memory.id("SELLER"),
                        plate,
                        memory.id("PROFILE"),
                        memory.id("FEES"),
                        memory.id("CALENDAR"),
                        terms));
        sender.accept("CLERK", new OfferCommand.PublishOffer(offer));
    }

    /** Somebody takes one of them up, or tries. */
    void takeUp() {
        long party = memory.id("B" + (1 + random.nextInt(BUYERS)));
        sender.accept(
                "AGENT", new OfferCommand.TakeUpOffer("TAKE-UP-" + ++taken, 1L + random.nextInt(3), party, PAPER));
    }
}
