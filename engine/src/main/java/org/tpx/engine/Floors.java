package org.tpx.engine;

import org.tpx.engine.charge.Dues;
import org.tpx.engine.charge.DuesMoney;
import org.tpx.engine.charge.Waivings;
import org.tpx.engine.custody.Custody;
import org.tpx.engine.deal.Approvals;
import org.tpx.engine.deal.BankItems;
import org.tpx.engine.deal.Closings;
import org.tpx.engine.deal.Deals;
import org.tpx.engine.deal.DeliveryCases;
import org.tpx.engine.deal.FeeRefunds;
import org.tpx.engine.deal.Receipts;
import org.tpx.engine.deal.Signings;
import org.tpx.engine.deal.TechContracts;
import org.tpx.engine.deal.TradingMoney;
import org.tpx.engine.deal.TransferCosts;
import org.tpx.engine.demand.Demands;
import org.tpx.engine.evaluation.Evaluations;
import org.tpx.engine.governance.Governance;
import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.DirectListings;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Forfeits;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.NegotiatedListings;
import org.tpx.engine.listing.Notices;
import org.tpx.engine.listing.Qualification;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.listing.Suspensions;
import org.tpx.engine.member.Members;
import org.tpx.engine.money.Accounts;
import org.tpx.engine.money.BankReferences;
import org.tpx.engine.money.Ledger;
import org.tpx.engine.money.Payments;
import org.tpx.engine.negotiation.NegotiationCases;
import org.tpx.engine.negotiation.Negotiations;
import org.tpx.engine.negotiation.PublicNotices;
import org.tpx.engine.offer.Offers;
import org.tpx.engine.offer.Places;
import org.tpx.engine.offering.Offerings;
import org.tpx.engine.oversight.Deadlines;
import org.tpx.engine.oversight.Voids;
import org.tpx.engine.right.LicenceEntries;
import org.tpx.engine.right.Pledges;
import org.tpx.engine.right.Rights;
import org.tpx.engine.right.TitleChanges;
import org.tpx.engine.rofr.FirstRefusals;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.rule.DuesSchedules;
import org.tpx.engine.rule.FeeSchedules;
import org.tpx.engine.rule.FeeWaivers;
import org.tpx.engine.rule.RuleProfiles;
import org.tpx.engine.sale.AscendingSale;
import org.tpx.engine.sale.Ascent;
import org.tpx.engine.sale.Auctions;
import org.tpx.engine.sale.Bidding;
import org.tpx.engine.sale.CatalogueRegister;
import org.tpx.engine.sale.Catalogues;
import org.tpx.engine.sale.CompetitiveSale;
import org.tpx.engine.sale.DutchSale;
import org.tpx.engine.sale.DynamicSale;
import org.tpx.engine.sale.Hall;
import org.tpx.engine.sale.Halts;
import org.tpx.engine.sale.PackageSale;
import org.tpx.engine.sale.RoundsSale;
import org.tpx.engine.sale.SealedSale;
import org.tpx.engine.sale.SecretReserves;
import org.tpx.engine.sale.Shares;
import org.tpx.engine.sale.SingleQuotes;
import org.tpx.engine.sale.Supervision;
import org.tpx.engine.sale.Tenders;
import org.tpx.engine.unit.Units;

/** The whole house, built from the ground up: each floor gets those below it, never one above. Also the order of the snapshot. */
final class Floors {

    final Timers timers = new Timers();
    final Backlog backlog = new Backlog();
    final Members members = new Members(timers);
    final Rights rights = new Rights(members.access(), members.parties());
    final Calendars calendars = new Calendars();
    final RuleProfiles profiles = new RuleProfiles();
    final FeeSchedules feeSchedules = new FeeSchedules();
    final FeeWaivers feeWaivers = new FeeWaivers();
    final Pledges pledges = new Pledges(rights, members);
    final LicenceEntries licenceEntries = new LicenceEntries(rights, members, profiles, calendars, timers);
    final TitleChanges titleChanges = new TitleChanges(rights, members);
    final Proposals proposals = new Proposals(members.access());
    final Governance governance = new Governance(proposals, members, calendars, profiles, feeSchedules);
    final Accounts accounts = new Accounts();
    final Ledger ledger = new Ledger(accounts);
    final BankReferences bankReferences = new BankReferences();
    final Payments payments = new Payments(members.access(), timers, ledger, bankReferences);
    final Foundation foundation = new Foundation(
            timers,
            backlog,
            members,
            rights,
            calendars,
            profiles,
            feeSchedules,
            feeWaivers,
            accounts,
            ledger,
            payments,
            bankReferences,
            proposals);

    final Listings listings = new Listings(members.access());
    final Rules rules = new Rules(foundation);
    final Custody custody = new Custody(foundation, listings);
    final Refunds refunds = new Refunds(foundation, listings, rules);
    final Forfeits forfeits = new Forfeits(foundation, listings, rules, refunds);
    final Endings endings = new Endings(rules, refunds, forfeits, custody.deals());
    final Awards awards = new Awards(foundation, listings, rules, refunds, forfeits, endings);

    final Evaluations evaluations = new Evaluations(foundation, listings, rules);
    final FirstRefusals firstRefusals = new FirstRefusals(foundation, listings, rules);
    final Inquiries inquiries = new Inquiries(foundation, listings, firstRefusals);

    final Halts halts = new Halts();
    final Hall hall = new Hall(foundation, listings, rules, halts, awards, endings, inquiries);
    final SecretReserves reserves = new SecretReserves(hall);
    final Ascent ascent = new Ascent(hall, reserves);
    final AscendingSale ascending = new AscendingSale(hall, ascent);
    final DutchSale dutch = new DutchSale(hall);
    final DynamicSale dynamic = new DynamicSale(hall, ascent);
    final RoundsSale rounds = new RoundsSale(hall);
    final Tenders tenders = new Tenders(hall);
    final CompetitiveSale competitive = new CompetitiveSale(hall);
    final SealedSale sealed = new SealedSale(hall);
    final Shares shares = new Shares(hall, sealed.opening(), tenders.opening());
    final CatalogueRegister catalogueRegister = new CatalogueRegister();
    final PackageSale packages = new PackageSale(hall, halts, catalogueRegister);
    final Auctions auctions = new Auctions(
            hall,
            firstRefusals,
            ascending,
            dynamic,
            dutch,
            rounds,
            tenders.weighted(),
            tenders.tender(),
            competitive,
            sealed,
            packages);
    final Catalogues catalogues = new Catalogues(hall, catalogueRegister, auctions, packages);
    final Bidding bidding = new Bidding(hall, ascent);

    final Qualification qualification = new Qualification(foundation, listings, rules, refunds, endings, auctions);
    final Applications applications = new Applications(foundation, listings, rules, auctions, evaluations.rules());
    final Notices notices = new Notices(
            foundation, listings, rules, qualification, endings, auctions, evaluations.rules(), custody.deals());
    final SingleQuotes singleQuotes = new SingleQuotes(hall, reserves, halts, awards, forfeits, endings);
    final Supervision supervision = new Supervision(foundation, listings, auctions, halts);
    final Suspensions suspensions = new Suspensions(foundation, listings, rules, qualification, endings, auctions);

    final NegotiatedListings negotiated =
            new NegotiatedListings(foundation, listings, rules, applications, forfeits, endings);
    final NegotiationCases negotiationCases = new NegotiationCases(timers, rules, negotiated, inquiries);
    final Negotiations negotiations =
            new Negotiations(foundation, listings, rules, negotiated, negotiationCases, evaluations.rules());
    final PublicNotices publicNotices = new PublicNotices(foundation, listings, rules, negotiationCases);

    final DirectListings directListings = new DirectListings(foundation, listings, rules, awards, endings);
    final Places places = new Places(directListings);
    final Deals deals =
            new Deals(foundation, listings, rules, refunds, awards, negotiationCases, places, custody.deals());
    final Approvals approvals = new Approvals(listings, rules, refunds, awards, endings, negotiationCases, deals);
    final TradingMoney tradingMoney = new TradingMoney(foundation);
    final Receipts receipts = new Receipts(foundation, listings, refunds, qualification, deals, tradingMoney);
    final Closings closings = new Closings(foundation, listings, rules, deals, custody.deals());
    final BankItems bankItems = new BankItems(foundation, receipts, closings);
    final TechContracts techContracts = new TechContracts(foundation, listings, rules, deals);
    final Signings signings = new Signings(listings, deals);
    final TransferCosts transferCosts = new TransferCosts(listings, deals);
    final DeliveryCases deliveryCases = new DeliveryCases(
            foundation, listings, rules, refunds, awards, endings, negotiationCases, places, deals, closings);
    final Deadlines deadlines = new Deadlines(foundation, listings, rules, auctions);
    final Voids voids = new Voids(listings, rules, refunds, forfeits, endings, auctions, deals);
    final Offers offers = new Offers(foundation, listings, directListings, halts, deals, places);
    final Demands demands = new Demands(foundation);
    final Waivings waivings = new Waivings(foundation, listings);
    final DuesSchedules duesSchedules = new DuesSchedules(calendars);
    final Dues dues = new Dues(foundation, duesSchedules);
    final DuesMoney duesMoney = new DuesMoney(foundation, dues);
    final FeeRefunds feeRefunds = new FeeRefunds(foundation, listings, rules, deals);
    final Charges charges = new Charges(waivings, dues, duesMoney, feeRefunds, receipts);
    final Units units;
    final Offerings offerings;
    final Decisions decisions;

    /** The house whose hot events go to this writer. */
    Floors(EventWriter events) {
        units = new Units(foundation, halts, events);
        offerings = new Offerings(foundation, listings, rules, units);
        decisions = new Decisions(
                foundation,
                listings,
                governance,
                suspensions,
                supervision,
                closings,
                deliveryCases,
                deadlines,
                units,
                offers,
                voids,
                offerings,
                custody,
                charges);
    }

    /** Passes the state of every floor through a snapshot. */
    void exchange(Snapshot snapshot) {
        timers.exchange(snapshot);
        backlog.exchange(snapshot);
        members.exchange(snapshot);
        rights.exchange(snapshot);
        calendars.exchange(snapshot);
        profiles.exchange(snapshot);
        feeSchedules.exchange(snapshot);
        feeWaivers.exchange(snapshot);
        duesSchedules.exchange(snapshot);
        proposals.exchange(snapshot);
        ledger.exchange(snapshot);
        bankReferences.exchange(snapshot);
        payments.exchange(snapshot);
        listings.exchange(snapshot);
        custody.exchange(snapshot);
        evaluations.exchange(snapshot);
        firstRefusals.exchange(snapshot);
        demands.exchange(snapshot);
        halts.exchange(snapshot);
        auctions.exchange(snapshot);
        catalogues.exchange(snapshot);
        supervision.exchange(snapshot);
        negotiationCases.exchange(snapshot);
        dues.exchange(snapshot);
        deals.exchange(snapshot);
        feeRefunds.exchange(snapshot);
        receipts.exchange(snapshot);
        approvals.exchange(snapshot);
        closings.exchange(snapshot);
        deliveryCases.exchange(snapshot);
        bankItems.exchange(snapshot);
        techContracts.exchange(snapshot);
        deadlines.exchange(snapshot);
        places.exchange(snapshot);
        units.exchange(snapshot);
        offerings.exchange(snapshot);
    }
}
