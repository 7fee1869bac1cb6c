package org.tpx.engine;

import org.agrona.DirectBuffer;
import org.agrona.collections.IntHashSet;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyCommand;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.NegotiationCommand;
import org.tpx.protocol.OfferCommand;
import org.tpx.protocol.OfferingCommand;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SealedCommand;
import org.tpx.protocol.SystemEvent.CommandRepeated;
import org.tpx.protocol.SystemEvent.DigestTaken;
import org.tpx.protocol.UnitCommand;
import org.tpx.wire.ConfidentialFields;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.TurnFrame;

/**
 * The state machine. A host gives it one turn frame after the other, in the order of their sequence and never back in time;
 * each writes at least one event into the {@link EventWriter}. Ticks come at their own deadline and before any later command,
 * and Continue comes before anything else while {@link #hasBacklog()}.
 *
 * <p>One thread; no clock, no I/O, no logger, no random number: the frame is the only source of time and caller. A bid
 * or an order allocates nothing after warm-up. Throws {@link org.tpx.engine.kernel.InvariantBrokenException} for a defect, and {@link
 * org.tpx.wire.MalformedMessageException} for a frame that is no command; the host stops the node for both.
 */
public final class Exchange {

    /** Raised whenever the same commands would have other outcomes. */
    public static final int LOGIC_VERSION = 1;

    private static final int EXPECTED_COMMANDS = 1 << 12;
    private static final long NODE = 0;
    private static final int DIGEST_INTERVAL = 10_000;

    private final EventWriter events;
    private final Turn turn;
    private final Floors floors;
    private final SystemCommands system;
    private final CommandAdapter adapter;
    private final ClientIds clientIds;
    private final OrderIds orderIds = new OrderIds();
    private final IntHashSet newBusiness = new IntHashSet();
    private final IntHashSet orderCommands = new IntHashSet();
    private final ConfidentialFields confidential;
    private long eventDigest;

    /** An exchange that was not opened yet; its events go to this writer. */
    public Exchange(EventWriter events) {
        this(events, EXPECTED_COMMANDS);
    }

    /** The same with room for the references of so many commands before that index first grows. */
    public Exchange(EventWriter events, int expectedCommands) {
        this.events = events;
        turn = new Turn(events);
        floors = new Floors(events);
        system = new SystemCommands(floors);
        adapter = new CommandAdapter(events.codec(), floors, system);
        clientIds = new ClientIds(expectedCommands);
        confidential = ConfidentialFields.of(events.codec().templates());
        markNewBusiness(events.codec());
        for (Class<? extends Command> type : UnitCommand.ORDER_COMMANDS) {
            orderCommands.add(events.codec().templates().of(type).templateId());
        }
    }

    /** The exchange whose state a snapshot holds. */
    public static Exchange read(Snapshot.Reader in, EventWriter events) {
        Exchange exchange = new Exchange(events);
        exchange.exchange(in);
        return exchange;
    }

    /** Carries out the command whose {@link TurnFrame} lies at the offset. */
    public void onCommand(DirectBuffer frame, int offset) {
        turn.begin(frame, offset);
        keepSecret(frame, offset);
        int messageOffset = offset + TurnFrame.MESSAGE_OFFSET;
        int length = TurnFrame.commandLength(frame, offset);
        if (isNew(frame, messageOffset, length) && isAdmitted()) {
            adapter.dispatch(turn, frame, messageOffset, length);
        }
        floors.backlog.work(turn);
        digest();
    }

    /**
     * Which of its listing's keys must keep the confidential fields of this command in the journal, asked before the command is
     * carried out; 0 where it has none, or nothing about its listing is confidential any more. Looks at no confidential field.
     */
    public int secretGeneration(DirectBuffer frame, int offset) {
        if (!confidential.isIn(TurnFrame.templateId(frame, offset))) {
            return 0;
        }
        long listingId = confidential.listingId(frame, offset + TurnFrame.MESSAGE_OFFSET);
        Listing listing = floors.listings.find(listingId);
        return listing == null ? 0 : listing.secretGeneration();
    }

    /** The listing whose key must be released before anything else but Continue, or 0. */
    public long listingToRelease() {
        return floors.listings.secrets().listingId();
    }

    /** Which of its keys, as {@link #secretGeneration} counts them. */
    public int generationToRelease() {
        return floors.listings.secrets().generation();
    }

    // Whatever becomes of the command: that it is in the journal is enough for its key to be released later.
    private void keepSecret(DirectBuffer frame, int offset) {
        if (secretGeneration(frame, offset) > 0) {
            floors.listings
                    .get(confidential.listingId(frame, offset + TurnFrame.MESSAGE_OFFSET))
                    .keepSecret();
        }
    }

    /** When the next Tick is due; {@link Long#MAX_VALUE} when never. */
    public long nextDeadlineNanos() {
        return floors.timers.nextDeadlineNanos();
    }

    /** The timer that the next Tick must name; 0 when none is set. */
    public long nextTimerId() {
        return floors.timers.nextId();
    }

    /** Whether a Continue must come before anything else. */
    public boolean hasBacklog() {
        return floors.backlog.isOpen();
    }

    /** Writes the whole state; the same state always gives the same bytes. */
    public void snapshot(Snapshot.Writer out) {
        exchange(out);
    }

    private void exchange(Snapshot snapshot) {
        eventDigest = snapshot.number(eventDigest);
        clientIds.exchange(snapshot);
        orderIds.exchange(snapshot);
        system.exchange(snapshot);
        floors.exchange(snapshot);
    }

    // The first check of all: a command that came before has no second effect.
    private boolean isNew(DirectBuffer frame, int offset, int length) {
        if (turn.principalId() == NODE) {
            return true;
        }
        long fingerprint = Fingerprint.of(frame, offset, length, 0);
        return orderCommands.contains(turn.templateId()) ? isNextOrder(fingerprint) : isNewReference(fingerprint);
    }

    private boolean isNewReference(long fingerprint) {
        long scope = floors.members.access().duplicateScope(turn.principalId());
        int entry = clientIds.find(scope, turn.clientId());
        if (entry == ClientIds.NONE) {
            clientIds.add(scope, turn.clientId(), fingerprint, turn.sequence());
            return true;
        }
        if (clientIds.fingerprint(entry) == fingerprint) {
            turn.emit(new CommandRepeated(clientIds.sequence(entry)));
        } else {
            turn.refuse(RejectReason.DUPLICATE_CLIENT_ID, 0);
        }
        return false;
    }

    private boolean isNextOrder(long fingerprint) {
        long principalId = turn.principalId();
        long clientId = turn.clientId();
        if (floors.members.access().roleOf(principalId) == null) {
            // Nobody who was not enrolled has sent anything before; further down the command is refused.
            return true;
        }
        if (!OrderIds.isNumber(clientId)) {
            // No order has such a number, which the command is told when nothing graver is wrong with it.
            return true;
        }
        if (orderIds.isNext(principalId, clientId)) {
            orderIds.remember(principalId, clientId, fingerprint, turn.sequence());
            return true;
        }
        if (orderIds.isLast(principalId, clientId, fingerprint)) {
            turn.emit(new CommandRepeated(orderIds.lastSequence(principalId)));
        } else {
            turn.refuse(RejectReason.DUPLICATE_CLIENT_ID, 0);
        }
        return false;
    }

    private boolean isAdmitted() {
        if (system.isAdmitting() || !newBusiness.contains(turn.templateId())) {
            return true;
        }
        turn.refuse(RejectReason.NODE_FULL, 0);
        return false;
    }

    private void digest() {
        if (turn.sequence() % DIGEST_INTERVAL == 0) {
            turn.emit(new DigestTaken(
                    eventDigest,
                    floors.listings.size(),
                    floors.listings.intents(),
                    floors.timers.size(),
                    floors.accounts.size()));
        }
        eventDigest = Fingerprint.of(events.buffer(), 0, events.length(), eventDigest);
    }

    private void markNewBusiness(RecordCodec codec) {
        mark(codec, GovernanceCommand.ProposePrincipal.class);
        mark(codec, GovernanceCommand.ProposeCalendar.class);
        mark(codec, GovernanceCommand.ProposeRuleProfile.class);
        mark(codec, GovernanceCommand.ProposeFeeSchedule.class);
        mark(codec, MemberCommand.ApplyMembership.class);
        mark(codec, MemberCommand.RegisterParty.class);
        mark(codec, RightCommand.RegisterRight.class);
        mark(codec, ListingCommand.DraftListing.class);
        mark(codec, ListingCommand.SubmitApplication.class);
        mark(codec, ListingCommand.PublishPreDisclosure.class);
        mark(codec, ListingCommand.PublishNotice.class);
        mark(codec, ListingCommand.RequestRelist.class);
        mark(codec, ListingCommand.RegisterIntent.class);
        mark(codec, SaleCommand.SubmitSingleQuote.class);
        mark(codec, SaleCommand.ScheduleAuction.class);
        mark(codec, SaleCommand.PlaceBid.class);
        mark(codec, SaleCommand.SetAscendingTerms.class);
        mark(codec, SaleCommand.SetProxyMaximum.class);
        mark(codec, SaleCommand.SetSecretReserve.class);
        mark(codec, SaleCommand.SetDutchTerms.class);
        mark(codec, SaleCommand.AcceptPrice.class);
        mark(codec, SaleCommand.SubmitStageBid.class);
        mark(codec, SaleCommand.SubmitBestBid.class);
        mark(codec, SaleCommand.SetDynamicTerms.class);
        mark(codec, SaleCommand.SetRoundsTerms.class);
        mark(codec, SaleCommand.SubmitInitialBid.class);
        mark(codec, SaleCommand.TakeTurn.class);
        mark(codec, SealedCommand.SetSealedTerms.class);
        mark(codec, SealedCommand.SubmitSealedBid.class);
        mark(codec, NegotiationCommand.ProposeNegotiation.class);
        mark(codec, NegotiationCommand.OpenNegotiation.class);
        mark(codec, NegotiationCommand.PostNotice.class);
        mark(codec, OfferCommand.ProposePlate.class);
        mark(codec, OfferCommand.RegisterApplicant.class);
        mark(codec, OfferCommand.SubmitOffer.class);
        mark(codec, OfferCommand.PublishOffer.class);
        mark(codec, OfferCommand.TakeUpOffer.class);
        mark(codec, OfferingCommand.ProposeOffering.class);
        mark(codec, OfferingCommand.ApplyForUnits.class);
        mark(codec, OfferingCommand.ExercisePreemption.class);
        mark(codec, OfferingCommand.ProposePool.class);
        mark(codec, CustodyCommand.ProposeShareRegister.class);
        mark(codec, CustodyCommand.ProposeShareIssue.class);
        mark(codec, CustodyCommand.AnnounceMeeting.class);
        mark(codec, CustodyCommand.ProposeDividend.class);
        mark(codec, CustodyCommand.OfferShares.class);
        mark(codec, CustodyCommand.SetSharePayment.class);
        mark(codec, UnitCommand.ProposeSeries.class);
        mark(codec, UnitCommand.ProposeIssue.class);
        mark(codec, UnitCommand.EnterOrder.class);
        mark(codec, UnitCommand.ReplaceOrder.class);
    }

    private void mark(RecordCodec codec, Class<? extends Command> type) {
        newBusiness.add(codec.templates().of(type).templateId());
    }
}
