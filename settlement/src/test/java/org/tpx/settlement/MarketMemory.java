package org.tpx.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.Event;
import org.tpx.protocol.EventListener;
import org.tpx.protocol.GovernanceEvent;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.MemberEvent;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent;
import org.tpx.protocol.RightEvent;
import org.tpx.protocol.SaleEvent;

/** What the people of a {@link RandomMarket} remember from the events that they were told. Single-threaded. */
final class MarketMemory implements EventListener {

    /** The next thing that a clerk does with a deal. */
    enum NextStep {
        SIGN,
        MAKE_EFFECTIVE,
        TAKE_PRICE,
        CERTIFY,
        DELIVER
    }

    /** What is known of a listing. */
    static final class Sale {
        final long listingId;
        final List<Long> parties = new ArrayList<>();
        ListingState state = ListingState.DRAFT;
        NextStep next = NextStep.SIGN;
        Money price = Money.NONE;
        Money deposit = Money.NONE;
        Money high = Money.NONE;
        Money due = Money.NONE;
        long buyerId;
        long defaulterId;
        long runnerUpId;

        Sale(long listingId) {
            this.listingId = listingId;
        }

        boolean isOver() {
            return switch (state) {
                case COMPLETED, CLOSED_UNSOLD, WITHDRAWN, TERMINATED, REJECTED -> true;
                default -> false;
            };
        }
    }

    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, Sale> sales = new TreeMap<>();
    private final Set<Long> due = new TreeSet<>();
    private final Set<Long> instructed = new TreeSet<>();
    private final Set<Long> proposals = new TreeSet<>();

    /** What a code names; 0 for what nobody knows. */
    long id(String code) {
        return ids.getOrDefault(code, 0L);
    }

    List<Sale> sales() {
        return List.copyOf(sales.values());
    }

    /** Payments that nobody sent yet. */
    List<Long> due() {
        return List.copyOf(due);
    }

    /** Payments that the bank has not confirmed yet. */
    List<Long> instructed() {
        return List.copyOf(instructed);
    }

    /** Proposals that nobody decided yet. */
    List<Long> proposals() {
        return List.copyOf(proposals);
    }

    @Override
    public void onEvent(long sequence, int ordinal, long timeNanos, Event event) {
        if (event instanceof ListingEvent happened) {
            learn(happened);
        } else if (event instanceof DealEvent happened) {
            learn(happened);
        } else if (event instanceof MoneyEvent happened) {
            learn(happened);
        } else if (event instanceof SaleEvent.BidPlaced bid) {
            sale(bid.listingId()).high = bid.amount();
        } else {
            learnNames(event);
        }
    }

    private void learnNames(Event event) {
        if (event instanceof GovernanceEvent.PrincipalEnrolled e) {
            ids.put(e.code(), e.personId());
        } else if (event instanceof GovernanceEvent.CalendarVersionLoaded e) {
            ids.put(e.code(), e.calendarId());
        } else if (event instanceof GovernanceEvent.RuleProfileLoaded e) {
            ids.put(e.code(), e.profileId());
        } else if (event instanceof GovernanceEvent.FeeScheduleLoaded e) {
            ids.put(e.code(), e.feeScheduleId());
        } else if (event instanceof GovernanceEvent.ProposalMade e) {
            proposals.add(e.proposalId());
        } else if (event instanceof GovernanceEvent.ProposalApproved e) {
            proposals.remove(e.proposalId());
        } else if (event instanceof GovernanceEvent.ProposalRejected e) {
            proposals.remove(e.proposalId());
        } else if (event instanceof MemberEvent.MembershipApplied e) {
            ids.put(e.code(), e.memberId());
        } else if (event instanceof MemberEvent.PartyRegistered e) {
            ids.put(e.code(), e.partyId());
        } else if (event instanceof RightEvent.RightRegistered e) {
            ids.put(e.code(), e.rightId());
        }
    }

    private void learn(MoneyEvent event) {
        if (event instanceof MoneyEvent.PaymentDue e) {
            due.add(e.paymentId());
        } else if (event instanceof MoneyEvent.PaymentInstructed e) {
            due.remove(e.paymentId());
            instructed.add(e.paymentId());
        } else if (event instanceof MoneyEvent.PaymentConfirmed e) {
            instructed.remove(e.paymentId());
        } else if (event instanceof MoneyEvent.PaymentReturned e) {
            instructed.remove(e.paymentId());
            due.add(e.paymentId());
        }
    }

    private void learn(DealEvent event) {
        if (event instanceof DealEvent.ContractSigned e) {
            sale(e.listingId()).state = ListingState.CONTRACTED;
            sale(e.listingId()).next = NextStep.MAKE_EFFECTIVE;
        } else if (event instanceof DealEvent.ContractEffective e) {
            sale(e.listingId()).due = e.due();
            sale(e.listingId()).next = NextStep.TAKE_PRICE;
        } else if (event instanceof DealEvent.PriceShort e) {
            sale(e.listingId()).due = e.missing();
        } else if (event instanceof DealEvent.PricePaid e) {
            sale(e.listingId()).next = NextStep.CERTIFY;
        } else if (event instanceof DealEvent.CertificateIssued e) {
            sale(e.listingId()).next = NextStep.DELIVER;
        }
    }

    private void learn(ListingEvent event) {
        if (event instanceof ListingEvent.ListingDrafted e) {
            Sale sale = sale(e.listingId());
            sale.price = e.terms().listingPrice();
            sale.deposit = e.terms().deposit();
        } else if (event instanceof ListingEvent.NoticePublished e) {
            noticed(sale(e.listingId()), e);
        } else if (event instanceof ListingEvent.IntentRegistered e) {
            sale(e.listingId()).parties.add(e.partyId());
        } else if (event instanceof ListingEvent.Awarded e) {
            sale(e.listingId()).state = ListingState.AWARDED;
            sale(e.listingId()).next = NextStep.SIGN;
            sale(e.listingId()).buyerId = e.transfereeId();
        } else if (event instanceof ListingEvent.DefaultFound e) {
            sale(e.listingId()).defaulterId = e.partyId();
        } else if (event instanceof ListingEvent.RunnerUpOffered e) {
            sale(e.listingId()).state = ListingState.DEFAULTED_AWARD;
            sale(e.listingId()).runnerUpId = e.partyId();
        } else if (event instanceof ListingEvent.Resumed e) {
            sale(e.listingId()).state = e.state();
        } else {
            learnState(event);
        }
    }

    private static void noticed(Sale sale, ListingEvent.NoticePublished event) {
        sale.state = ListingState.DISCLOSED;
        sale.price = event.listingPrice();
        sale.deposit = event.deposit();
        sale.high = Money.NONE;
        sale.due = Money.NONE;
        sale.parties.clear();
    }

    private void learnState(ListingEvent event) {
        if (event instanceof ListingEvent.ApplicationSubmitted e) {
            sale(e.listingId()).state = ListingState.UNDER_REVIEW;
        } else if (event instanceof ListingEvent.CorrectionRequested e) {
            sale(e.listingId()).state = ListingState.RETURNED;
        } else if (event instanceof ListingEvent.ApplicationAccepted e) {
            sale(e.listingId()).state = ListingState.ACCEPTED;
        } else if (event instanceof ListingEvent.ApplicationRejected e) {
            sale(e.listingId()).state = ListingState.REJECTED;
        } else if (event instanceof ListingEvent.DisclosureEnded e) {
            sale(e.listingId()).state = ListingState.QUALIFYING;
        } else if (event instanceof ListingEvent.QualificationClosed e) {
            sale(e.listingId()).state = ListingState.IN_AUCTION;
        } else if (event instanceof ListingEvent.SingleQuoteOpened e) {
            sale(e.listingId()).state = ListingState.SINGLE_QUOTE;
        } else if (event instanceof ListingEvent.Unsold e) {
            sale(e.listingId()).state = ListingState.UNSOLD;
        } else if (event instanceof ListingEvent.RelistRequested e) {
            sale(e.listingId()).state = ListingState.ACCEPTED;
        } else if (event instanceof ListingEvent.SuspensionOrdered e) {
            sale(e.listingId()).state = ListingState.SUSPENDED;
        } else if (event instanceof ListingEvent.Terminated e) {
            sale(e.listingId()).state = ListingState.TERMINATED;
        } else if (event instanceof ListingEvent.WithdrawnByTransferor e) {
            sale(e.listingId()).state = ListingState.WITHDRAWN;
        } else if (event instanceof ListingEvent.ListingClosed e) {
            sale(e.listingId()).state = ListingState.CLOSED_UNSOLD;
        } else if (event instanceof ListingEvent.ListingCompleted e) {
            sale(e.listingId()).state = ListingState.COMPLETED;
        }
    }

    private Sale sale(long listingId) {
        return sales.computeIfAbsent(listingId, Sale::new);
    }
}
