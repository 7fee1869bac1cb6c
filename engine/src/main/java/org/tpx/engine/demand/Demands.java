package org.tpx.engine.demand;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Foundation;

/** Demands, wired together. Single-threaded. */
public final class Demands {

    private final DemandRegister register;
    private final AwardMoney money;
    private final Postings postings;
    private final Answers answers;
    private final Choices choices;

    /** No demands yet, on these floors. */
    public Demands(Foundation foundation) {
        register = new DemandRegister(foundation);
        money = new AwardMoney(foundation, register);
        postings = new Postings(foundation, register, money);
        answers = new Answers(foundation, register, money);
        choices = new Choices(foundation, register, money);
    }

    /** How demands come to stand and are taken back. */
    public Postings postings() {
        return postings;
    }

    /** The money of awards. */
    public AwardMoney money() {
        return money;
    }

    /** Answers under seal, and their opening. */
    public Answers answers() {
        return answers;
    }

    /** What posters choose. */
    public Choices choices() {
        return choices;
    }

    /** Writes or reads all demands. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
    }
}
