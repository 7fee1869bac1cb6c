package org.tpx.engine.governance;

import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Command;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.SystemCommand;

/** What one person proposed and another decides. Changed by {@link Proposals} alone. */
public final class Proposal implements Snapshot.Part, Codes.Coded {

    /** Where a proposal stands: open until the one decision. */
    enum State {
        OPEN,
        APPROVED,
        REJECTED
    }

    private long id;
    private String code = "";
    private ProposalKind kind = ProposalKind.PRINCIPAL;
    private long proposerId;
    private State state = State.OPEN;
    private Record command = new SystemCommand.Continue();

    Proposal() {}

    Proposal(long id, String code, ProposalKind kind, long proposerId, Command command) {
        this.id = id;
        this.code = code;
        this.kind = kind;
        this.proposerId = proposerId;
        this.command = (Record) command;
    }

    /** Its identity. */
    @Override
    public long id() {
        return id;
    }

    /** The code that its proposer chose. */
    @Override
    public String code() {
        return code;
    }

    /** What it is about. */
    public ProposalKind kind() {
        return kind;
    }

    /** The person who made it. */
    public long proposerId() {
        return proposerId;
    }

    /** The command that proposed it, with all that its effect needs. */
    public Command command() {
        return (Command) command;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    void enter(State next) {
        state = next;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        kind = snapshot.constant(kind);
        proposerId = snapshot.number(proposerId);
        state = snapshot.constant(state);
        command = snapshot.message(command);
    }
}
