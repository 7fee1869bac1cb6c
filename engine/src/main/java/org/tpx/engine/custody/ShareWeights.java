package org.tpx.engine.custody;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;

/** What weighs on the shares of one register: pledges, freezes, and blocks for listings and deals. Numbers serve once. */
final class ShareWeights {
    private final List<SharePledge> pledges = new ArrayList<>();
    private final List<ShareFreeze> freezes = new ArrayList<>();
    private final List<ShareBlock> blocks = new ArrayList<>();

    /** Pledged shares of a party. */
    long pledged(long partyId) {
        return pledges.stream()
                .filter(pledge -> pledge.partyId() == partyId)
                .mapToLong(SharePledge::shares)
                .sum();
    }

    /** Those whose pledgee has not consented to their transfer. */
    long bound(long partyId) {
        return pledges.stream()
                .filter(pledge -> pledge.partyId() == partyId && !pledge.isConsented())
                .mapToLong(SharePledge::shares)
                .sum();
    }

    /** Frozen shares of a party. */
    long frozen(long partyId) {
        return freezes.stream()
                .filter(freeze -> freeze.partyId() == partyId)
                .mapToLong(ShareFreeze::shares)
                .sum();
    }

    /** Blocked shares of a party, those for one listing left out; no listing has the identity 0. */
    long blocked(long partyId, long besidesListingId) {
        return blocks.stream()
                .filter(block -> block.partyId() == partyId && block.listingId() != besidesListingId)
                .mapToLong(ShareBlock::shares)
                .sum();
    }

    boolean hasBlocks() {
        return !blocks.isEmpty();
    }

    boolean isPledgeNumber(String reference) {
        return pledges.stream().anyMatch(pledge -> pledge.reference().equals(reference));
    }

    boolean isFreezeNumber(String reference) {
        return freezes.stream().anyMatch(freeze -> freeze.reference().equals(reference));
    }

    void pledge(SharePledge pledge) {
        pledges.add(pledge);
    }

    void freeze(ShareFreeze freeze) {
        freezes.add(freeze);
    }

    void block(ShareBlock block) {
        blocks.add(block);
    }

    void unblock(ShareBlock block) {
        blocks.remove(block);
    }

    /** The pledge that stands under this number, or null. */
    @Nullable
    SharePledge findPledge(String reference) {
        for (SharePledge pledge : pledges) {
            if (pledge.shares() > 0 && pledge.reference().equals(reference)) {
                return pledge;
            }
        }
        return null;
    }

    /** The freeze that stands under this number, or null. */
    @Nullable
    ShareFreeze findFreeze(String reference) {
        for (ShareFreeze freeze : freezes) {
            if (freeze.shares() > 0 && freeze.reference().equals(reference)) {
                return freeze;
            }
        }
        return null;
    }

    /** The pledges of a party whose pledgee has consented, in the order of their entry. */
    List<SharePledge> consentedPledges(long partyId) {
        return pledges.stream()
                .filter(pledge -> pledge.partyId() == partyId && pledge.isConsented() && pledge.shares() > 0)
                .toList();
    }

    /** The blocks for a listing, in the order of their entry. */
    List<ShareBlock> blocksOf(long listingId) {
        return blocks.stream().filter(block -> block.listingId() == listingId).toList();
    }

    void exchange(Snapshot snapshot) {
        snapshot.parts(pledges, SharePledge::new);
        snapshot.parts(freezes, ShareFreeze::new);
        snapshot.parts(blocks, ShareBlock::new);
    }
}
