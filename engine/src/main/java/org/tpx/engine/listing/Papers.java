package org.tpx.engine.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PaperKind;
import org.tpx.protocol.RejectReason;

/**
 * The papers of the award that stands: of each kind the one that was filed last, and who has signed it. They end with the award.
 * Where none is on file the exchange takes the clerk's word for what was signed on paper.
 */
public final class Papers {

    private final List<Paper> papers = new ArrayList<>();

    Papers() {}

    /** The paper of this kind that these parties shall sign, or null. */
    public @Nullable Paper find(PaperKind kind, List<Long> sides) {
        for (Paper paper : papers) {
            if (paper.kind() == kind && paper.isBetween(sides)) {
                return paper;
            }
        }
        return null;
    }

    /** Files a paper that these parties shall sign, in the place of the last one of its kind. */
    public void file(PaperKind kind, Hash256 digest, List<Long> sides) {
        papers.removeIf(paper -> paper.kind() == kind);
        papers.add(new Paper(kind, digest, sides));
    }

    /** The award is no longer what it was, so these papers are about nothing. */
    public void clear() {
        papers.clear();
    }

    /** Why a contract of this digest cannot be signed between these parties now, or null. */
    public @Nullable RejectReason refusalOfContract(List<Long> sides, Hash256 contract) {
        if (papers.isEmpty()) {
            return null;
        }
        // One between others than those who sign now was not signed by them.
        Paper agreement = find(PaperKind.AGREEMENT, sides);
        if (agreement == null || !agreement.isSigned()) {
            return RejectReason.SIGNATURE_MISSING;
        }
        return agreement.digest().equals(contract) ? null : RejectReason.PAPER_DIFFERS;
    }

    /** Why a handover cannot be accepted on a protocol of this digest now, or null. */
    public @Nullable RejectReason refusalOfAcceptance(Hash256 protocol) {
        List<Paper> protocols = papers.stream()
                .filter(paper -> paper.kind() != PaperKind.AGREEMENT)
                .toList();
        if (!protocols.stream().allMatch(Paper::isSigned)) {
            return RejectReason.SIGNATURE_MISSING;
        }
        boolean known = protocols.isEmpty()
                || protocols.stream().anyMatch(paper -> paper.digest().equals(protocol));
        return known ? null : RejectReason.PAPER_DIFFERS;
    }

    void exchange(Snapshot snapshot) {
        snapshot.parts(papers, Paper::new);
    }
}
