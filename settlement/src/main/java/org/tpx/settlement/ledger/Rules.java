package org.tpx.settlement.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;
import org.tpx.protocol.GovernanceEvent.RuleProfileLoaded;

/** The versions of fee schedules and rule profiles that entered, as far as money needs them. */
final class Rules {
    private final Handle handle;
    private final Map<Version, FeeTariff> tariffs = new HashMap<>();

    private record Version(long id, int version) {}

    Rules(Handle handle) {
        this.handle = handle;
    }

    void feeScheduleLoaded(Place place, FeeScheduleLoaded event) {
        handle.execute(
                "INSERT INTO fee_schedule (fee_schedule_id, version, code, minimum_bidding_minor, minimum_negotiated_minor)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.feeScheduleId(),
                event.version(),
                event.code(),
                event.minimumBidding().minor(),
                event.minimumNegotiated().minor());
        for (int tier = 0; tier < event.tiers().size(); tier++) {
            insert(event, tier, event.tiers().get(tier));
        }
        for (FeeWaiverRule rule : event.waivers()) {
            handle.execute(
                    "INSERT INTO fee_waiver_rule (fee_schedule_id, version, ground, seller_bps, buyer_bps)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    event.feeScheduleId(),
                    event.version(),
                    rule.ground(),
                    rule.sellerBps(),
                    rule.buyerBps());
        }
    }

    private void insert(FeeScheduleLoaded event, int number, FeeTier tier) {
        handle.execute(
                "INSERT INTO fee_tier (fee_schedule_id, version, tier, up_to_minor, seller_bidding_ppm, buyer_bidding_ppm,"
                        + " negotiated_ppm) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.feeScheduleId(),
                event.version(),
                number,
                tier.upTo().minor(),
                tier.sellerBiddingPpm(),
                tier.buyerBiddingPpm(),
                tier.negotiatedPpm());
    }

    void ruleProfileLoaded(Place place, RuleProfileLoaded event) {
        handle.execute(
                "INSERT INTO rule_profile (profile_id, version, code, release_policy, release_split_bps, contributors_share_bps,"
                        + " forfeit_policy) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.profileId(),
                event.version(),
                event.code(),
                event.terms().releasePolicy(),
                event.terms().releaseSplitBps(),
                event.terms().contributorsShareBps(),
                event.terms().forfeitPolicy());
    }

    /** The tariff of one version of a fee schedule; empty where it never entered. */
    Optional<FeeTariff> tariff(long feeScheduleId, int version) {
        Version key = new Version(feeScheduleId, version);
        FeeTariff known = tariffs.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<FeeTariff> read = read(key);
        read.ifPresent(tariff -> tariffs.put(key, tariff));
        return read;
    }

    private Optional<FeeTariff> read(Version key) {
        List<FeeTariff.Tier> tiers = handle.select(
                        "SELECT up_to_minor, seller_bidding_ppm, buyer_bidding_ppm, negotiated_ppm FROM fee_tier"
                                + " WHERE fee_schedule_id = ? AND version = ? ORDER BY tier",
                        key.id(),
                        key.version())
                .map((row, context) -> new FeeTariff.Tier(
                        row.getLong("up_to_minor"),
                        row.getInt("seller_bidding_ppm"),
                        row.getInt("buyer_bidding_ppm"),
                        row.getInt("negotiated_ppm")))
                .list();
        return handle.select(
                        "SELECT minimum_bidding_minor, minimum_negotiated_minor FROM fee_schedule"
                                + " WHERE fee_schedule_id = ? AND version = ?",
                        key.id(),
                        key.version())
                .map((row, context) -> new FeeTariff(
                        row.getLong("minimum_bidding_minor"), row.getLong("minimum_negotiated_minor"), tiers))
                .findOne();
    }

    /** What one version of a rule profile does with a defaulter's deposit. */
    ForfeitPolicy forfeitPolicy(long profileId, int version) {
        return handle.select(
                        "SELECT forfeit_policy FROM rule_profile WHERE profile_id = ? AND version = ?",
                        profileId,
                        version)
                .map((row, context) -> ForfeitPolicy.valueOf(row.getString("forfeit_policy")))
                .findOne()
                .orElse(ForfeitPolicy.BY_PROFILE);
    }

    /** Forgets what is in memory, as after a failed write. */
    void reset() {
        tariffs.clear();
    }
}
