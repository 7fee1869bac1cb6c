package org.tpx.engine.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyEvent.ShareRegisterOpened;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.ShareHolding;

/** All registers of shares, and the checks that every entry in one of them passes. */
final class ShareRegisters {

    static final int CLERK = Access.mask(Role.CLERK);

    private final Foundation foundation;
    private final Table<ShareRegister> registers = new Table<>(ShareRegister::new);
    private final Codes codes = new Codes();

    ShareRegisters(Foundation foundation) {
        this.foundation = foundation;
    }

    @Nullable
    ShareRegister find(long registerId) {
        return registers.find(registerId);
    }

    ShareRegister get(long registerId) {
        return registers.get(registerId);
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    long nextId() {
        return registers.nextId();
    }

    void open(ShareRegisterOpened opened) {
        codes.enter(registers.add(new ShareRegister(opened)));
    }

    boolean isParty(long partyId) {
        return foundation.members().parties().exists(partyId);
    }

    /** Whether everybody is known. */
    boolean areParties(List<ShareHolding> holders) {
        return holders.stream().allMatch(holder -> isParty(holder.partyId()));
    }

    /** Whether each gets some, nobody twice, and all together with those before no more than a register holds. */
    static boolean areSound(List<ShareHolding> holders, long before) {
        long different =
                holders.stream().mapToLong(ShareHolding::partyId).distinct().count();
        long total = holders.stream().mapToLong(ShareHolding::shares).sum();
        boolean positive = holders.stream().allMatch(holder -> holder.shares() > 0);
        return different > 0 && different == holders.size() && positive && total <= ShareRegister.MAX_SHARES - before;
    }

    /** The rules that the register was opened under. */
    RuleProfileTerms profile(ShareRegister register) {
        return foundation.profiles().terms(register.profileId(), register.profileVersion());
    }

    /** Causes ProposalMade, or a refusal: by a clerk only, and of a taken code and this obstacle the first. */
    void propose(
            Turn turn,
            String proposal,
            ProposalKind kind,
            Command command,
            @Nullable RejectReason obstacle,
            long subjectId) {
        foundation.proposals().propose(turn, CLERK, proposal, kind, command, obstacle, subjectId);
    }

    /** Writes or reads all registers. */
    void exchange(Snapshot snapshot) {
        registers.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(registers);
        }
    }
}
