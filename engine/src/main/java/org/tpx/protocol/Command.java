package org.tpx.protocol;

/** Anything that may change the exchange: one record a command, one sealed interface an area. */
public sealed interface Command
        permits SystemCommand,
                GovernanceCommand,
                MemberCommand,
                IdentityCommand,
                RightCommand,
                ListingCommand,
                SaleCommand,
                DealCommand,
                BankCommand,
                UnitCommand,
                NegotiationCommand,
                OfferCommand,
                TenderCommand,
                CompetitiveCommand,
                OfferingCommand,
                PackageCommand,
                EvaluationCommand,
                SealedCommand,
                RofrCommand,
                DemandCommand,
                ChargeCommand,
                PaperCommand,
                RegisterCommand,
                DeliveryCommand,
                CustodyCommand {}
