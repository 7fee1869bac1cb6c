package org.tpx.gateway.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.EvaluationEvent.EvaluationRevoked;
import org.tpx.protocol.EvaluationEvent.MaturityRecorded;
import org.tpx.protocol.EvaluationEvent.RightDescribed;
import org.tpx.protocol.Event;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.ListingClosed;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingEvent.NoticePublished;
import org.tpx.protocol.ListingEvent.Terminated;
import org.tpx.protocol.ListingEvent.Unsold;
import org.tpx.protocol.ListingEvent.WithdrawnByTransferor;
import org.tpx.protocol.RightEvent.RightRegistered;

/**
 * What is described and on offer, and what is sought, as the journal tells it. It reads every turn from the first on. A listing is on
 * offer from its notice until it is awarded, unsold, withdrawn or terminated. Single-threaded.
 */
public final class Catalogue implements TurnListener {

    /** A listing under its notice, and the right that it offers. */
    record Offered(String listing, OfferedRight right) {}

    private record Draft(String code, long rightId) {}

    private final Map<Long, OfferedRight> rights = new LinkedHashMap<>();
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<Long, Offered> offered = new TreeMap<>();
    private final Map<String, DemandTerms> demands = new LinkedHashMap<>();
    private long turn;

    @Override
    public void onTurn(TurnView view) {
        turn = view.sequence();
        view.rewind();
        while (view.next()) {
            onEvent(view.event());
        }
    }

    /** The last turn that was read. */
    public long turn() {
        return turn;
    }

    /** The codes of all demands, in the order in which they were handed in. */
    public List<String> demands() {
        return List.copyOf(demands.keySet());
    }

    Optional<DemandTerms> demand(String code) {
        return Optional.ofNullable(demands.get(code));
    }

    /** What is on offer, in the order of the listings. */
    List<Offered> offered() {
        return new ArrayList<>(offered.values());
    }

    void onEvent(Event event) {
        if (event instanceof RightRegistered registered) {
            rights.put(registered.rightId(), new OfferedRight(registered));
        } else if (event instanceof RightDescribed described) {
            right(described.rightId()).describe(described);
        } else if (event instanceof MaturityRecorded recorded) {
            right(recorded.rightId()).level(recorded.evaluationId(), recorded.level());
        } else if (event instanceof EvaluationRevoked revoked) {
            right(revoked.rightId()).revoke(revoked.evaluationId());
        } else if (event instanceof DemandSubmitted submitted) {
            demands.put(submitted.code(), submitted.terms());
        } else {
            onListing(event);
        }
    }

    private void onListing(Event event) {
        if (event instanceof ListingDrafted drafted) {
            drafts.put(drafted.listingId(), new Draft(drafted.code(), drafted.rightId()));
        } else if (event instanceof NoticePublished published) {
            Draft draft = Objects.requireNonNull(drafts.get(published.listingId()));
            offered.put(published.listingId(), new Offered(draft.code(), right(draft.rightId())));
        } else if (event instanceof Awarded awarded) {
            offered.remove(awarded.listingId());
        } else if (event instanceof Unsold unsold) {
            offered.remove(unsold.listingId());
        } else if (event instanceof WithdrawnByTransferor withdrawn) {
            offered.remove(withdrawn.listingId());
        } else if (event instanceof Terminated terminated) {
            offered.remove(terminated.listingId());
        } else if (event instanceof ListingClosed closed) {
            offered.remove(closed.listingId());
        }
    }

    private OfferedRight right(long rightId) {
        return Objects.requireNonNull(rights.get(rightId), "an event about a right that was never registered");
    }
}
