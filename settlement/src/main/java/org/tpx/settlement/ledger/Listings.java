package org.tpx.settlement.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EvaluationEvent.NoticeEvaluated;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingEvent.Admitted;
import org.tpx.protocol.ListingEvent.ApplicationAccepted;
import org.tpx.protocol.ListingEvent.ApplicationRejected;
import org.tpx.protocol.ListingEvent.AwardDefaulted;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.DisclosureExtended;
import org.tpx.protocol.ListingEvent.IntentRegistered;
import org.tpx.protocol.ListingEvent.ListingClosed;
import org.tpx.protocol.ListingEvent.ListingCompleted;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingEvent.NoticePublished;
import org.tpx.protocol.ListingEvent.NoticeSupplemented;
import org.tpx.protocol.ListingEvent.RelistRequested;
import org.tpx.protocol.ListingEvent.Resumed;
import org.tpx.protocol.ListingEvent.SuspensionOrdered;
import org.tpx.protocol.ListingEvent.Terminated;
import org.tpx.protocol.ListingEvent.Unsold;
import org.tpx.protocol.ListingEvent.WithdrawnByTransferor;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.TimerKind;

/** The terms of every listing, its intended transferees and its results, as far as statements and certificates tell them. */
final class Listings {
    private final Handle handle;
    private final Rules rules;

    Listings(Handle handle, Rules rules) {
        this.handle = handle;
        this.rules = rules;
    }

    void drafted(Place place, ListingDrafted event) {
        ListingTerms terms = event.terms();
        handle.execute(
                "INSERT INTO listing (listing_id, code, listing_number, member_id, right_id, transferor_id, profile_id,"
                        + " profile_version, fee_schedule_id, fee_schedule_version, calendar_id, currency, listing_price_minor,"
                        + " appraisal_minor, deposit_minor, auction_mode, release_policy, release_split_bps,"
                        + " forfeit_policy, attempt, disclosure_start_nanos, disclosure_end_nanos)"
                        + " VALUES (?, ?, '', ?, ?, ?, ?, 0, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0) ON CONFLICT DO NOTHING",
                event.listingId(),
                event.code(),
                event.memberId(),
                event.rightId(),
                event.transferorId(),
                event.profileId(),
                event.feeScheduleId(),
                event.calendarId(),
                terms.listingPrice().currency(),
                terms.listingPrice().minor(),
                terms.appraisal().minor(),
                terms.deposit().minor(),
                terms.auctionMode(),
                terms.releasePolicy(),
                terms.releaseSplitBps(),
                terms.forfeitPolicy());
    }

    void accepted(Place place, ApplicationAccepted event) {
        handle.execute(
                "UPDATE listing SET listing_number = ?, profile_version = ?, fee_schedule_version = ? WHERE listing_id = ?",
                event.listingNumber(),
                event.profileVersion(),
                event.feeScheduleVersion(),
                event.listingId());
    }

    void noticePublished(Place place, NoticePublished event) {
        handle.execute(
                "UPDATE listing SET attempt = ?, listing_price_minor = ?, deposit_minor = ?, disclosure_start_nanos = ?,"
                        + " disclosure_end_nanos = ? WHERE listing_id = ?",
                event.attempt(),
                event.listingPrice().minor(),
                event.deposit().minor(),
                place.timeNanos(),
                event.disclosureEndNanos(),
                event.listingId());
    }

    /** The notice carries an appraisal on record: it is the one that the certificate will name. */
    void noticeEvaluated(Place place, NoticeEvaluated event) {
        if (!event.appraisal().isNone()) {
            handle.execute(
                    "UPDATE listing SET appraisal_minor = ? WHERE listing_id = ?",
                    event.appraisal().minor(),
                    event.listingId());
        }
    }

    void noticeSupplemented(Place place, NoticeSupplemented event) {
        disclosureEnds(event.listingId(), event.disclosureEndNanos());
    }

    void disclosureExtended(Place place, DisclosureExtended event) {
        disclosureEnds(event.listingId(), event.disclosureEndNanos());
    }

    void resumed(Place place, Resumed event) {
        if (event.disclosureEndNanos() != 0) {
            disclosureEnds(event.listingId(), event.disclosureEndNanos());
        }
        result(place, event.listingId(), ListingOutcome.RESUMED, "");
    }

    void deadlineMoved(Place place, DeadlineMoved event) {
        if (event.kind() == TimerKind.DISCLOSURE_END) {
            disclosureEnds(event.listingId(), event.deadlineNanos());
        } else if (event.kind() == TimerKind.NOTICE_END) {
            noticeEnds(event.listingId(), event.deadlineNanos());
        }
    }

    /** The notice of a negotiation stands; without a listing before, it is all the disclosure there is. */
    void noticeStands(Place place, long listingId, long endNanos) {
        handle.execute(
                "UPDATE listing SET disclosure_start_nanos = ? WHERE listing_id = ? AND auction_mode = ?",
                place.timeNanos(),
                listingId,
                AuctionMode.NEGOTIATED);
        noticeEnds(listingId, endNanos);
    }

    private void noticeEnds(long listingId, long endNanos) {
        handle.execute(
                "UPDATE listing SET disclosure_end_nanos = ? WHERE listing_id = ? AND auction_mode = ?",
                endNanos,
                listingId,
                AuctionMode.NEGOTIATED);
    }

    private void disclosureEnds(long listingId, long endNanos) {
        handle.execute("UPDATE listing SET disclosure_end_nanos = ? WHERE listing_id = ?", endNanos, listingId);
    }

    void relistRequested(Place place, RelistRequested event) {
        handle.execute(
                "UPDATE listing SET attempt = ?, listing_price_minor = ?, deposit_minor = ? WHERE listing_id = ?",
                event.attempt(),
                event.listingPrice().minor(),
                event.deposit().minor(),
                event.listingId());
        result(place, event.listingId(), ListingOutcome.RELISTED, "");
    }

    void intentRegistered(Place place, IntentRegistered event) {
        handle.execute(
                "INSERT INTO intent (listing_id, party_id, member_id, bidder_code) VALUES (?, ?, ?, '')"
                        + " ON CONFLICT (listing_id, party_id) DO UPDATE SET member_id = excluded.member_id, bidder_code = ''",
                event.listingId(),
                event.partyId(),
                event.memberId());
    }

    void admitted(Place place, Admitted event) {
        handle.execute(
                "UPDATE intent SET bidder_code = ? WHERE listing_id = ? AND party_id = ?",
                event.bidderCode(),
                event.listingId(),
                event.partyId());
    }

    void awarded(Place place, Awarded event) {
        insertResult(
                place,
                event.listingId(),
                ListingOutcome.AWARDED,
                "",
                new Award(event.transfereeId(), event.price().minor(), event.feeMode()));
    }

    /** The two sides of a negotiation agreed on this. */
    void agreed(Place place, long listingId, Award award) {
        insertResult(place, listingId, ListingOutcome.NEGOTIATED, "", award);
    }

    void awardDefaulted(Place place, AwardDefaulted event) {
        Award noAward = new Award(event.partyId(), 0, FeeMode.BIDDING);
        insertResult(
                place,
                event.listingId(),
                ListingOutcome.AWARD_DEFAULTED,
                event.trigger().name(),
                noAward);
    }

    void rejected(Place place, ApplicationRejected event) {
        result(place, event.listingId(), ListingOutcome.REJECTED, event.reason());
    }

    void suspended(Place place, SuspensionOrdered event) {
        result(
                place,
                event.listingId(),
                ListingOutcome.SUSPENDED,
                event.ground().name());
    }

    void terminated(Place place, Terminated event) {
        result(
                place,
                event.listingId(),
                ListingOutcome.TERMINATED,
                event.ground().name());
    }

    void unsold(Place place, Unsold event) {
        result(place, event.listingId(), ListingOutcome.UNSOLD, event.reason().name());
    }

    void withdrawn(Place place, WithdrawnByTransferor event) {
        result(place, event.listingId(), ListingOutcome.WITHDRAWN, event.reason());
    }

    void closed(Place place, ListingClosed event) {
        result(place, event.listingId(), ListingOutcome.CLOSED, "");
    }

    void completed(Place place, ListingCompleted event) {
        result(place, event.listingId(), ListingOutcome.COMPLETED, "");
    }

    private void result(Place place, long listingId, ListingOutcome outcome, String reason) {
        insertResult(place, listingId, outcome, reason, new Award(0, 0, FeeMode.BIDDING));
    }

    private void insertResult(Place place, long listingId, ListingOutcome outcome, String reason, Award award) {
        handle.execute(
                "INSERT INTO listing_result (sequence, ordinal, listing_id, time_nanos, attempt, outcome, reason, party_id,"
                        + " price_minor, fee_mode)"
                        + " VALUES (?, ?, ?, ?, COALESCE((SELECT attempt FROM listing WHERE listing_id = ?), 0), ?, ?, ?, ?, ?)",
                place.sequence(),
                place.ordinal(),
                listingId,
                place.timeNanos(),
                listingId,
                outcome,
                reason,
                award.transfereeId(),
                award.priceMinor(),
                outcome.isAgreement() ? award.feeMode().name() : "");
    }

    /** What is known of a listing. */
    Optional<Listing> find(long listingId) {
        return handle.select("SELECT * FROM listing WHERE listing_id = ?", listingId)
                .map((row, context) -> new Listing(
                        listingId,
                        row.getLong("transferor_id"),
                        row.getLong("profile_id"),
                        row.getInt("profile_version"),
                        row.getLong("fee_schedule_id"),
                        row.getInt("fee_schedule_version"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("listing_price_minor"),
                        row.getLong("deposit_minor"),
                        row.getInt("attempt"),
                        ForfeitPolicy.valueOf(row.getString("forfeit_policy"))))
                .findOne();
    }

    /** The last award of a listing, or agreement about it, to a party, or to anyone where the party is 0. */
    Optional<Award> lastAward(long listingId, long partyId) {
        return handle.select(
                        "SELECT party_id, price_minor, fee_mode FROM listing_result WHERE listing_id = ? AND outcome IN (?, ?)"
                                + " AND (? = 0 OR party_id = ?) ORDER BY sequence DESC, ordinal DESC LIMIT 1",
                        listingId,
                        ListingOutcome.AWARDED,
                        ListingOutcome.NEGOTIATED,
                        partyId,
                        partyId)
                .map((row, context) -> new Award(
                        row.getLong("party_id"),
                        row.getLong("price_minor"),
                        FeeMode.valueOf(row.getString("fee_mode"))))
                .findOne();
    }

    /** What a listing does with a defaulter's deposit, from its own terms or from its rule profile. */
    ForfeitPolicy forfeitPolicy(Listing listing) {
        return listing.forfeitPolicy() == ForfeitPolicy.BY_PROFILE
                ? rules.forfeitPolicy(listing.profileId(), listing.profileVersion())
                : listing.forfeitPolicy();
    }

    /** The tariff that a listing was pinned to. */
    Optional<FeeTariff> tariff(Listing listing) {
        return rules.tariff(listing.feeScheduleId(), listing.feeScheduleVersion());
    }
}
