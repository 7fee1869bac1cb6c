package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Command;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemEvent.CommandRefused;

/**
 * Where a scenario plays: the exchange and its host, the clock, who says what, and what came of it.
 *
 * @param <S> the stage itself, so that sentences go on
 */
public abstract class Stage<S extends Stage<S>> {

    private static final long STRANGER = 999_999;

    private final TestHost host = new TestHost();
    private final Names names = new Names();
    private int learned;
    private int mark;
    private int lastCommand;
    private long clientIds;
    private String listing = "";

    Stage() {}

    abstract S self();

    /** What drives the exchange. */
    public TestHost host() {
        return host;
    }

    /** Lets time pass until then; what falls due happens. {@link #then} tells of everything from here on. */
    public S at(String local) {
        mark = host.turns().size();
        host.advance(Written.nanos(local));
        learn();
        return self();
    }

    /** The sender's command, now. */
    public S by(String sender, Command command) {
        return by(sender, ++clientIds, command);
    }

    /** The sender's command under a reference of its own choice. */
    public S by(String sender, long clientId, Command command) {
        lastCommand = host.turns().size();
        host.submit(principal(sender), clientId, command);
        return learn();
    }

    /** The reference of the last command, which is the number of its order. */
    public long lastNumber() {
        return clientIds;
    }

    /** The node was away since its last turn, and starts now. */
    public S restarts(String local) {
        mark = host.turns().size();
        lastCommand = mark;
        host.restart(Written.nanos(local));
        return learn();
    }

    /** Exactly these events, in this order, since {@link #at}; how to write them, {@link Line} says. */
    public S then(String... expected) {
        List<String> shown = new ArrayList<>();
        for (Line line : lines(mark)) {
            boolean fits = shown.size() < expected.length && line.matches(expected[shown.size()]);
            shown.add(fits ? expected[shown.size()] : line.toString());
        }
        assertThat(String.join("\n", shown)).isEqualTo(String.join("\n", expected));
        return self();
    }

    /** This event among those since {@link #at}. */
    public S including(String expected) {
        List<Line> lines = lines(mark);
        assertThat(lines).as(expected).anyMatch(line -> line.matches(expected));
        return self();
    }

    /** No event of this type since {@link #at}. */
    public S without(String type) {
        List<Line> lines = lines(mark);
        assertThat(lines).as("no %s", type).noneMatch(line -> line.matches(type));
        return self();
    }

    /** The last command was refused for this reason and did nothing. */
    public S refused(RejectReason reason) {
        Played turn = host.turns().get(lastCommand);
        int templateId =
                TestHost.CODEC.templates().of(turn.command().getClass()).templateId();
        if (turn.events().size() != 1
                || !(turn.events().get(0) instanceof CommandRefused refusal)
                || refusal.reason() != reason
                || refusal.commandTemplateId() != templateId) {
            fail("expected %s for %s, but was %s", reason, turn.command(), turn.events());
        }
        return self();
    }

    /** The last command was not refused. */
    public S accepted() {
        assertThat(host.turns().get(lastCommand).events()).noneMatch(CommandRefused.class::isInstance);
        return self();
    }

    /** All that came in has gone out. */
    public void settlementAccountIsEmpty() {
        assertThat(Books.of(host.turns()).sum(AccountKind.SETTLEMENT)).isZero();
    }

    /** What must hold for every history: books that balance, and replays that repeat it. */
    public void verify() {
        Books.of(host.turns());
        Replays.check(host.turns(), host.snapshot());
    }

    /** The identity that the exchange counted for what was named last, among things of this kind. */
    public long last(Ref kind) {
        return names.last(kind);
    }

    /** The identity behind a code. */
    public long id(Ref kind, String code) {
        return names.id(kind, code);
    }

    /** The identity of the listing that sentences are about. */
    public long listingId() {
        return id(Ref.LISTING, listing);
    }

    /** The sentences to come are about this listing. */
    public S on(String code) {
        listing = code;
        return self();
    }

    private List<Line> lines(int from) {
        List<Line> lines = new ArrayList<>();
        for (Played turn : host.turns().subList(from, host.turns().size())) {
            turn.events().forEach(event -> lines.add(new Line(event, turn.timeNanos(), names)));
        }
        return lines;
    }

    private S learn() {
        for (Played turn : host.turns().subList(learned, host.turns().size())) {
            turn.events().forEach(names::learn);
        }
        learned = host.turns().size();
        return self();
    }

    private long principal(String code) {
        if (code.equals("NODE")) {
            return 0;
        }
        long id = names.id(Ref.PRINCIPAL, code);
        return id == 0 ? STRANGER : id;
    }
}
