package org.tpx.protocol;

/** Anything that happened: one record an event, one sealed interface an area. */
public sealed interface Event
        permits SystemEvent,
                GovernanceEvent,
                MemberEvent,
                IdentityEvent,
                RightEvent,
                ListingEvent,
                SaleEvent,
                DealEvent,
                BankEvent,
                MoneyEvent,
                UnitEvent,
                NegotiationEvent,
                OfferEvent,
                TenderEvent,
                CompetitiveEvent,
                OfferingEvent,
                PackageEvent,
                EvaluationEvent,
                SealedEvent,
                RofrEvent,
                DemandEvent,
                ChargeEvent,
                PaperEvent,
                RegisterEvent,
                DeliveryEvent {}
