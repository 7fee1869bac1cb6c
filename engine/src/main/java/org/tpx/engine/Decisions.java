package org.tpx.engine;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.custody.Custody;
import org.tpx.engine.deal.Closings;
import org.tpx.engine.deal.DeliveryCases;
import org.tpx.engine.governance.Governance;
import org.tpx.engine.governance.Proposal;
import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Suspensions;
import org.tpx.engine.member.Access;
import org.tpx.engine.offer.Offers;
import org.tpx.engine.offering.Offerings;
import org.tpx.engine.oversight.Deadlines;
import org.tpx.engine.oversight.Voids;
import org.tpx.engine.sale.Supervision;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.ChargeCommand;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyCommand;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.DealCommand.ProposePayments;
import org.tpx.protocol.DeliveryCommand;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.ListingCommand.ProposeResumption;
import org.tpx.protocol.OfferCommand.ProposePlate;
import org.tpx.protocol.OfferingCommand;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.SaleCommand.ProposeVoid;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.ProposeIssue;
import org.tpx.protocol.UnitCommand.ProposeSeries;
import org.tpx.protocol.UnitCommand.ProposeSeriesResumption;

/** Four eyes over all floors: finds what a proposal needs, and carries it out once another person approves. */
final class Decisions {

    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final Governance governance;
    private final Suspensions suspensions;
    private final Supervision supervision;
    private final Closings closings;
    private final DeliveryCases deliveryCases;
    private final Deadlines deadlines;
    private final Units units;
    private final Offers offers;
    private final Voids voids;
    private final Offerings offerings;
    private final Custody custody;
    private final Charges charges;

    Decisions(
            Foundation foundation,
            Listings listings,
            Governance governance,
            Suspensions suspensions,
            Supervision supervision,
            Closings closings,
            DeliveryCases deliveryCases,
            Deadlines deadlines,
            Units units,
            Offers offers,
            Voids voids,
            Offerings offerings,
            Custody custody,
            Charges charges) {
        this.foundation = foundation;
        this.listings = listings;
        this.governance = governance;
        this.suspensions = suspensions;
        this.supervision = supervision;
        this.closings = closings;
        this.deliveryCases = deliveryCases;
        this.deadlines = deadlines;
        this.units = units;
        this.offers = offers;
        this.voids = voids;
        this.offerings = offerings;
        this.custody = custody;
        this.charges = charges;
    }

    /** Causes ProposalMade. */
    void proposeResumption(Turn turn, ProposeResumption command) {
        if (listings.forRole(turn, command.listingId(), CLERK_OR_SUPERVISOR) != null) {
            RejectReason reason = suspensions.refusalOfResumption(command.listingId());
            foundation
                    .proposals()
                    .propose(turn, command.proposal(), ProposalKind.RESUMPTION, command, reason, command.listingId());
        }
    }

    /** Causes ProposalMade. */
    void proposeHaltLift(Turn turn, ProposeHaltLift command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        SUPERVISOR,
                        command.proposal(),
                        ProposalKind.HALT_LIFT,
                        command,
                        supervision.refusalOfLift(command),
                        command.listingId());
    }

    /** Causes ProposalMade. */
    void proposeVoid(Turn turn, ProposeVoid command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        SUPERVISOR,
                        command.proposal(),
                        ProposalKind.VOID,
                        command,
                        voids.refusal(command),
                        command.listingId());
    }

    /** Causes ProposalApproved and the proposal's effect in the same turn. */
    void approve(Turn turn, ApproveProposal command) {
        Proposals proposals = foundation.proposals();
        Proposal proposal = proposals.approvable(turn, command);
        if (proposal == null) {
            return;
        }
        RejectReason reason = obstacle(turn, proposal);
        if (reason != null) {
            turn.refuse(reason, proposal.id());
            return;
        }
        proposals.approve(turn, proposal, command);
        carryOut(turn, proposal);
    }

    /** Causes ProposalRejected. */
    void reject(Turn turn, RejectProposal command) {
        Proposal proposal = foundation.proposals().rejectProposal(turn, command);
        if (proposal != null && proposal.command() instanceof ProposePayments payments) {
            foundation.payments().unpropose(payments.payments());
        }
    }

    // The world may have moved on since the proposal was made.
    private @Nullable RejectReason obstacle(Turn turn, Proposal proposal) {
        Command command = proposal.command();
        if (command instanceof ProposeResumption resumption) {
            return suspensions.refusalOfResumption(resumption.listingId());
        }
        if (command instanceof ProposeHaltLift lift) {
            return supervision.refusalOfLift(lift);
        }
        if (command instanceof ProposeVoid voiding) {
            return voids.refusal(voiding);
        }
        if (command instanceof ProposeCertificate certificate) {
            return closings.refusalOfCertificate(certificate.listingId());
        }
        if (command instanceof UnitCommand unit) {
            return obstacle(unit);
        }
        if (command instanceof ProposePlate plate) {
            return offers.plates().obstacle(turn, plate);
        }
        if (command instanceof OfferingCommand offering) {
            return offerings.obstacle(turn, offering);
        }
        if (command instanceof CustodyCommand shares) {
            return custody.obstacle(turn, shares);
        }
        if (command instanceof ChargeCommand charge) {
            return charges.obstacle(charge);
        }
        if (command instanceof DeliveryCommand delivery) {
            return deliveryCases.obstacle(delivery);
        }
        return command instanceof ProposePayments payments
                ? closings.refusalOfPayments(payments)
                : governance.obstacle(proposal);
    }

    private @Nullable RejectReason obstacle(UnitCommand command) {
        if (command instanceof ProposeSeries series) {
            return units.openings().obstacle(series);
        }
        if (command instanceof ProposeIssue issue) {
            return units.issues().obstacle(issue);
        }
        return command instanceof ProposeSeriesResumption resumption
                ? units.halts().refusalOfResumption(resumption.seriesId())
                : RejectReason.NOT_ALLOWED;
    }

    private void carryOut(Turn turn, Proposal proposal) {
        Command command = proposal.command();
        if (command instanceof ProposeResumption resumption) {
            suspensions.resume(turn, resumption.listingId());
        } else if (command instanceof ProposeHaltLift lift) {
            lift(turn, lift);
        } else if (command instanceof ProposeVoid voiding) {
            voids.apply(turn, voiding);
        } else if (command instanceof ProposeCertificate certificate) {
            closings.issueCertificate(turn, certificate.listingId());
        } else if (command instanceof ProposePayments payments) {
            closings.instruct(turn, payments);
        } else if (command instanceof DeliveryCommand delivery) {
            deliveryCases.carryOut(turn, delivery);
        } else if (command instanceof ProposeCalendar calendar) {
            long calendarId = foundation.calendars().load(turn, calendar);
            deadlines.onCalendar(calendarId);
            units.sessions().onCalendar(calendarId);
        } else if (command instanceof UnitCommand unit) {
            carryOut(turn, unit);
        } else if (command instanceof ProposePlate plate) {
            offers.plates().open(turn, plate);
        } else if (command instanceof OfferingCommand offering) {
            offerings.carryOut(turn, offering);
        } else if (command instanceof CustodyCommand shares) {
            custody.carryOut(turn, shares);
        } else if (command instanceof ChargeCommand charge) {
            charges.carryOut(turn, charge);
        } else {
            governance.apply(turn, proposal);
        }
    }

    private void carryOut(Turn turn, UnitCommand command) {
        if (command instanceof ProposeSeries series) {
            units.openings().open(turn, series);
        } else if (command instanceof ProposeIssue issue) {
            units.issues().issue(turn, issue);
        } else if (command instanceof ProposeSeriesResumption resumption) {
            units.halts().resume(turn, resumption.seriesId());
        }
    }

    private void lift(Turn turn, ProposeHaltLift lift) {
        supervision.lift(turn, lift);
        if (lift.scope() == HaltScope.MARKET) {
            units.halts().onMarketLift();
        }
    }
}
