package org.tpx.engine.right;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightStanding;
import org.tpx.protocol.RightType;

/** Every reason that only the registers know, one test each, in the order of the enum, which is the precedence. */
public class RegisterRefusalTest extends RegisterScenario {

    @BeforeEach
    void shouldShareThePatent() {
        shared();
    }

    @Test
    @Gives(RejectReason.RIGHT_ENDED)
    void shouldRefuseEverythingAboutARightThatHasEnded() {
        stands("standing", RightStanding.INVALIDATED).accepted();
        pledges().refused(RejectReason.RIGHT_ENDED);
        licenses().refused(RejectReason.RIGHT_ENDED);
        passes(1_000, "SELLER", "CO").refused(RejectReason.RIGHT_ENDED);
        stands("termEndsNanos", Written.nanos("2025-06-02 09:00")).accepted();
        pledges().refused(RejectReason.RIGHT_ENDED);
        stands("termEndsNanos", Written.nanos("2025-06-02 09:01"), "feesPaidUntilNanos", 0L)
                .accepted();
        pledges().refused(RejectReason.ANNUAL_FEE_UNPAID);
    }

    @Test
    @Gives(RejectReason.RIGHT_NOT_GRANTED)
    void shouldRefuseThePledgeOfARightThatNobodyHasGranted() {
        stands("standing", RightStanding.PENDING, "feesPaidUntilNanos", 0L).accepted();
        pledges().refused(RejectReason.RIGHT_NOT_GRANTED);
        market.right("R2", RightType.IC_LAYOUT, "SELLER");
        pledges("rightId", market.id(Ref.RIGHT, "R2")).refused(RejectReason.RIGHT_NOT_GRANTED);
        market.right("R3", RightType.SOFTWARE_COPYRIGHT, "SELLER");
        pledges("rightId", market.id(Ref.RIGHT, "R3")).accepted();
    }

    @Test
    @Gives(RejectReason.ANNUAL_FEE_UNPAID)
    void shouldRefuseThePledgeOfAPatentWhoseFeeIsNotPaid() {
        stands("feesPaidUntilNanos", Written.nanos("2025-06-02 09:00")).accepted();
        pledges().refused(RejectReason.ANNUAL_FEE_UNPAID);
        stands("feesPaidUntilNanos", Written.nanos("2025-06-02 09:01")).accepted();
        pledges().refused(RejectReason.CO_OWNER_CONSENT);
    }

    @Test
    @Gives(RejectReason.ALREADY_PLEDGED)
    void shouldRefuseASecondPledge() {
        by("CLERK-1", new RecordEncumbrance(right(), EncumbranceKind.PLEDGE, party("USER"), "PLEDGE-0"))
                .accepted();
        pledges().refused(RejectReason.CO_OWNER_CONSENT);
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        freeze();
        pledges().refused(RejectReason.ALREADY_PLEDGED);
        pledges("reference", "PLEDGE-0").refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", new ReleaseEncumbrance(right(), "PLEDGE-0")).accepted();
        pledges().refused(RejectReason.RIGHT_FROZEN);
    }

    @Test
    @Gives(RejectReason.DEBT_OUTLASTS_RIGHT)
    void shouldRefuseThePledgeForADebtThatOutlastsTheRight() {
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        long endNanos = Written.nanos(TERM_END);
        pledges("debtDueNanos", endNanos + 1, "scope", "").refused(RejectReason.DEBT_OUTLASTS_RIGHT);
        pledges("debtDueNanos", endNanos).accepted();
    }

    @Test
    @Gives(RejectReason.PLEDGE_CONTRACT_INCOMPLETE)
    void shouldRefuseAPledgeWhoseContractIsIncomplete() {
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        stands("sameDayInvention", true).accepted();
        pledges("claim", Money.NONE).refused(RejectReason.PLEDGE_CONTRACT_INCOMPLETE);
        pledges("claimKind", "").refused(RejectReason.PLEDGE_CONTRACT_INCOMPLETE);
        pledges("debtDueNanos", 0L).refused(RejectReason.PLEDGE_CONTRACT_INCOMPLETE);
        pledges("scope", "").refused(RejectReason.PLEDGE_CONTRACT_INCOMPLETE);
        pledges("contract", Hash256.ZERO).refused(RejectReason.PLEDGE_CONTRACT_INCOMPLETE);
    }

    @Test
    @Gives(RejectReason.SAME_DAY_APPLICATION)
    void shouldRefuseAPledgeBesideASameDayApplicationThatNobodyWasToldOf() {
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        stands("sameDayInvention", true, "invalidityPending", true).accepted();
        pledges().refused(RejectReason.SAME_DAY_APPLICATION);
        pledges("warned", true).accepted();
    }

    @Test
    @Gives(RejectReason.INVALIDITY_PENDING)
    void shouldRefuseAPledgeDuringInvalidityProceedingsThatNobodyWasToldOf() {
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        stands("invalidityPending", true).accepted();
        pledges("pledgeeId", party("SELLER")).refused(RejectReason.INVALIDITY_PENDING);
        pledges("pledgeeId", party("SELLER"), "warned", true).refused(RejectReason.NOT_ALLOWED);
        pledges("warned", true).accepted();
    }

    private void freeze() {
        by("CLERK-1", new RecordEncumbrance(right(), EncumbranceKind.PRESERVATION, 0, "COURT-1"))
                .accepted();
    }
}
