package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.RegisterCommand.FileTechContract;
import org.tpx.protocol.RegisterCommand.RefuseTechContract;
import org.tpx.protocol.RegisterCommand.RegisterTechContract;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TechContractContent;

/** The register of technology contracts, and the refusals that only it knows, in the order of the enum. */
public class TechContractTest extends Scenario {

    @Test
    @Gives(RejectReason.CONTRACT_REGISTERED)
    void shouldRegisterAContractOnce() {
        market.effective(listing("L1"));
        files("CNY 1,000,000.00").accepted();
        files("CNY 1,000,000.00").refused(RejectReason.CONTRACT_REGISTERED);
        registers(1, TechContractContent.CONVERSION, "CNY 1,000,000.00")
                .including("TechContractRegistered contractType=DEVELOPMENT, late=false");
        files("CNY 1,000,000.00").refused(RejectReason.CONTRACT_REGISTERED);
        registers(1, TechContractContent.CONVERSION, "CNY 1,000,000.00").refused(RejectReason.CONTRACT_REGISTERED);
        refuses(1).refused(RejectReason.CONTRACT_REGISTERED);
        refuses(2).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    @Gives(RejectReason.TURNOVER_ABOVE_PRICE)
    void shouldRefuseMoreTechnologyThanTheContractIsWorth() {
        market.effective(listing("L1"));
        files("CNY 600,000,000.00").refused(RejectReason.TURNOVER_ABOVE_PRICE);
        files("CNY 0.00").accepted();
        registers(1, TechContractContent.TRANSFER, "CNY 600,000,000.00").refused(RejectReason.TURNOVER_ABOVE_PRICE);
    }

    @Test
    void shouldFileNothingBeforeTheContractIsEffective() {
        market.awarded(listing("L1"));
        files("CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        market.signs();
        files("CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        market.becomesEffective();
        files("USD 1.00").refused(RejectReason.CURRENCY);
        files("CNY 1.00").accepted();
    }

    @Test
    void shouldCountTheDaysOfTheProfileAndGoOnWaiting() {
        market.rules("techContractDays", 10);
        market.effective(listing("L1"));
        files("CNY 1.00").including("TechContractFiled decisionDue=2025-07-22 00:00");
        at("2025-07-22 00:00").including("TechContractOverdue listing=L1");
        registers(1, TechContractContent.SERVICE, "CNY 1.00")
                .including("TechContractRegistered contractType=SERVICE, late=true, certificate=TCR-2025-0001");
    }

    @Test
    void shouldFileAgainWhatWasRefusedAndWaitForEverWhereTheProfileSaysNoDays() {
        market.rules("techContractDays", 0);
        market.effective(listing("L1"));
        files("CNY 1.00").accepted();
        refuses(1).including("TechContractRefused listing=L1, reason=no annexes");
        refuses(1).refused(RejectReason.NOT_ALLOWED);
        files("CNY 1.00").accepted();
        registers(2, TechContractContent.LICENCE, "CNY 1.00")
                .including("TechContractRegistered contractType=LICENCE, late=false");
    }

    private Market files(String turnover) {
        return by(
                "A-SELLER",
                new FileTechContract(
                        market.listingId(),
                        TechContractContent.TRANSFER,
                        Written.money(turnover),
                        "Shanghai",
                        "Beijing",
                        "New materials"));
    }

    private Market registers(long contractId, TechContractContent content, String turnover) {
        return by("CLERK-1", new RegisterTechContract(contractId, content, Written.money(turnover)));
    }

    private Market refuses(long contractId) {
        return by("CLERK-1", new RefuseTechContract(contractId, "no annexes"));
    }
}
