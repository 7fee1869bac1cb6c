package org.tpx.engine;

import org.junit.jupiter.api.AfterEach;
import org.tpx.protocol.Command;

/** A test class whose every test plays on a market of its own, which in the end must balance and repeat itself. */
public abstract class Scenario {

    protected final Market market = new Market();

    @AfterEach
    protected void shouldBalanceAndRepeatItself() {
        market.verify();
    }

    /** Lets time pass until then. */
    protected Market at(String local) {
        return market.at(local);
    }

    /** The sender's command, now. */
    protected Market by(String sender, Command command) {
        return market.by(sender, command);
    }
}
