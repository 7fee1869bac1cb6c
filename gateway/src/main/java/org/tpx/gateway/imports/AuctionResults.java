package org.tpx.gateway.imports;

import java.util.HashMap;
import java.util.Map;
import org.tpx.gateway.json.Directory;
import org.tpx.host.TurnView;
import org.tpx.protocol.Event;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.wire.Templates;

/** At which price each listing of a journal was awarded. Shown every turn from the first on. Single-threaded. */
public final class AuctionResults {
    private static final int AWARDED = templateId(Awarded.class);
    private static final int REFUSED = templateId(CommandRefused.class);
    private static final int MAXIMUM = templateId(SetProxyMaximum.class);

    private final Directory directory = new Directory();
    private final Map<String, Money> prices = new HashMap<>();
    private long refusedBids;

    private static int templateId(Class<? extends Record> type) {
        return Templates.ofProtocol().of(type).templateId();
    }

    /** Takes a turn in. */
    public void onTurn(TurnView turn) {
        turn.rewind();
        while (turn.next()) {
            int templateId = turn.eventTemplateId();
            if (templateId == REFUSED && turn.commandTemplateId() == MAXIMUM) {
                refusedBids++;
            }
            if (templateId == AWARDED || directory.isTaughtBy(templateId)) {
                take(turn.event());
            }
        }
    }

    private void take(Event event) {
        directory.learn(event);
        if (event instanceof Awarded awarded) {
            prices.put(directory.code(Ref.LISTING, awarded.listingId()), awarded.price());
        }
    }

    /** The price of a listing; {@link Money#NONE} where it was not awarded. */
    Money priceOf(String listing) {
        return prices.getOrDefault(listing, Money.NONE);
    }

    /** Bids that the exchange refused, because they were not above the standing price by a step. */
    public long refusedBids() {
        return refusedBids;
    }
}
