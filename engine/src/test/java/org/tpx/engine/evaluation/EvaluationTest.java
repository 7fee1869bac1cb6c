package org.tpx.engine.evaluation;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.EvaluationCommand.DescribeRight;
import org.tpx.protocol.EvaluationCommand.RecordAppraisal;
import org.tpx.protocol.EvaluationCommand.RecordEvaluation;
import org.tpx.protocol.EvaluationCommand.RecordMaturity;
import org.tpx.protocol.EvaluationCommand.RevokeEvaluation;
import org.tpx.protocol.EvaluationDimension;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RequiredDimension;
import org.tpx.protocol.RightType;

/** Evaluations on record, and what a rule profile makes of them before a notice (section 8.2: Appraisal). */
public class EvaluationTest extends Scenario {

    private static final String PRICE = "CNY 6,000,000.00";

    @BeforeEach
    void evaluators() {
        market.parties("VALUER", "B1");
    }

    @Test
    void shouldRecordWhatOthersFoundAboutARightThatNobodySells() {
        matures(4)
                .including("MaturityRecorded right=R1, evaluator=VALUER, level=4")
                .by("CLERK-1", describing("BATTERY"))
                .including("RightDescribed right=R1, field=BATTERY");
        for (EvaluationDimension dimension : EvaluationDimension.values()) {
            evaluates(dimension, 70).including("EvaluationRecorded right=R1, dimension=" + dimension + ", score=70");
        }
    }

    @Test
    void shouldMeasureTheFloorByTheAppraisalOnRecordAndNotByTheOneOfTheNotice() {
        market.rules("appraisalRequired", true);
        appraises("CNY 6,000,000.01", "2026-06-01 00:00");
        market.drafts(listing("L1").appraisal(PRICE)).submits().accepted();
        market.accepts().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        appraises(PRICE, "2026-06-01 00:00");
        market.accepts().accepted();
    }

    @Test
    void shouldTakeTheNoticesWordWhereNothingWasEverRecorded() {
        market.rules("appraisalRequired", true);
        market.drafts(listing("L1").appraisal(PRICE)).submits().accepts().accepted();
        market.at("2025-06-09 09:00").publishes().accepted().without("NoticeEvaluated");
    }

    @Test
    void shouldNoLongerCountAnAppraisalFromItsEndOn() {
        market.rules("appraisalRequired", true);
        appraises(PRICE, "2025-06-05 12:00");
        market.drafts(listing("L1").appraisal(PRICE)).submits().accepted();
        at("2025-06-05 12:00").accepts().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        appraises(PRICE, "2025-06-06 12:00");
        at("2025-06-06 11:59:59.999999999").accepts().accepted();
    }

    @Test
    void shouldPreferTheAppraisalOfTheListingToThatOfTheRight() {
        market.rules("appraisalRequired", true);
        market.drafts(listing("L1")).submits().accepted();
        by("CLERK-1", With.with(appraisal(PRICE, "2026-06-01 00:00"), "listingId", market.listingId()))
                .accepted();
        appraises("CNY 9,000,000.00", "2026-06-01 00:00");
        market.accepts().accepted();
        at("2025-06-09 09:00")
                .publishes()
                .including("NoticeEvaluated listing=L1, right=R1, appraisal=CNY 6,000,000.00, level=0");
    }

    @Test
    void shouldNotCompareAnAppraisalInAnotherCurrency() {
        market.rules("appraisalRequired", true);
        appraises("USD 9,000,000.00", "2026-06-01 00:00");
        market.drafts(listing("L1").appraisal(PRICE)).submits().accepts().accepted();
    }

    @Test
    void shouldAskForAnApprovalWhereTheFirstPriceLiesBelowItsShareOfTheAppraisal() {
        appraises("CNY 6,666,666.67", "2026-06-01 00:00");
        market.drafts(listing("L1")).submits().refused(RejectReason.APPROVAL_REQUIRED);
        by(
                        "A-SELLER",
                        market.submission(
                                DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT, DocumentKind.APPROVAL))
                .accepted();
    }

    @Test
    void shouldAskForNoneAtExactlyItsShare() {
        appraises("CNY 6,666,666.66", "2026-06-01 00:00");
        market.drafts(listing("L1")).submits().accepted();
    }

    @Test
    @Gives(RejectReason.EVALUATION_MISSING)
    void shouldRefuseANoticeWithoutTheEvaluationsThatTheProfileAsksFor() {
        asksForAll();
        market.drafts(listing("L1")).submits().refused(RejectReason.EVALUATION_MISSING);
        appraises(PRICE, "2026-06-01 00:00");
        matures(5);
        market.submits().refused(RejectReason.EVALUATION_MISSING);
        evaluates(EvaluationDimension.RISK, 40);
        market.submits().accepts().accepted();
        matures(4);
        market.at("2025-06-09 09:00").publishes().refused(RejectReason.EVALUATION_MISSING);
        matures(9);
        market.publishes().including("NoticeEvaluated listing=L1, right=R1, appraisal=CNY 6,000,000.00, level=9");
    }

    @Test
    void shouldForgetWhatASupervisorTookOffTheRecord() {
        asksForAll();
        appraises(PRICE, "2026-06-01 00:00");
        matures(5);
        evaluates(EvaluationDimension.RISK, 40);
        market.drafts(listing("L1")).submits().accepts().accepted();
        RevokeEvaluation revocation = new RevokeEvaluation(2, "the test report was withdrawn");
        by("SUPERVISOR-1", revocation).including("EvaluationRevoked right=R1, reason=the test report was withdrawn");
        by("SUPERVISOR-1", revocation).refused(RejectReason.NOT_ALLOWED);
        market.at("2025-06-09 09:00").publishes().refused(RejectReason.EVALUATION_MISSING);
    }

    @Test
    void shouldAskForANewAppraisalBeforeAnotherAttempt() {
        appraises(PRICE, "2025-07-08 00:00");
        market.disclosed(listing("L1")).at("2025-07-07 17:00").including("Unsold listing=L1");
        market.relists("CNY 5,300,000.00").refused(RejectReason.APPROVAL_REQUIRED);
        at("2025-07-08 00:00").relists(PRICE).refused(RejectReason.REAPPRAISAL_REQUIRED);
        appraises("CNY 5,800,000.00", "2026-07-08 00:00");
        market.relists("CNY 5,300,000.00").accepted();
    }

    @Test
    void shouldRefuseWhatCannotBeRecordedInTheOrderOfTheReasons() {
        market.right("R2", RightType.KNOW_HOW, "SELLER");
        market.drafts(listing("L2").of("R2"));
        RecordAppraisal record = With.with(
                appraisal("USD 1.00", "2025-06-01 00:00"),
                "listingId",
                99L,
                "madeNanos",
                Written.nanos("2030-01-01 00:00"));
        by("NOBODY", record).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("SUPERVISOR-1", record).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", record).refused(RejectReason.UNKNOWN_SUBJECT);
        record = With.with(record, "listingId", market.listingId());
        by("CLERK-1", With.with(record, "rightId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(record, "evaluatorId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", record).refused(RejectReason.NOT_ALLOWED);
        record = With.with(record, "madeNanos", Written.nanos("2025-05-01 00:00"));
        by("CLERK-1", With.with(record, "evaluatorId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", record).refused(RejectReason.NOT_ALLOWED);
        record = With.with(record, "rightId", market.id(Ref.RIGHT, "R2"));
        by("CLERK-1", record).refused(RejectReason.CURRENCY);
        record = With.with(record, "appraisal", Written.money(PRICE));
        by("CLERK-1", record).refused(RejectReason.BAD_EXPIRY);
        record = With.with(record, "validUntilNanos", Written.nanos("2025-08-01 00:00"));
        by("CLERK-1", record).accepted();
    }

    @Test
    void shouldRefuseToEvaluateOrDescribeWhatIsNotThere() {
        by("CLERK-1", With.with(describing("X"), "rightId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(maturity(5), "rightId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(maturity(5), "evaluatorId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(evaluation(EvaluationDimension.RISK, 1), "evaluatorId", 99L))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        by("SUPERVISOR-1", new RevokeEvaluation(1, "wrong")).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    private void asksForAll() {
        market.rules(
                "appraisalRecordRequired",
                true,
                "leastMaturityLevel",
                5,
                "requiredDimensions",
                List.of(new RequiredDimension(EvaluationDimension.RISK)));
    }

    private Market appraises(String amount, String until) {
        return by("CLERK-1", appraisal(amount, until)).accepted();
    }

    private Market matures(int level) {
        return by("CLERK-1", maturity(level)).accepted();
    }

    private Market evaluates(EvaluationDimension dimension, int score) {
        return by("CLERK-1", evaluation(dimension, score)).accepted();
    }

    private RecordAppraisal appraisal(String amount, String until) {
        return new RecordAppraisal(
                market.id(Ref.RIGHT, "R1"),
                0,
                market.id(Ref.PARTY, "VALUER"),
                Written.money(amount),
                Written.nanos("2025-06-01 00:00"),
                Written.nanos(until),
                Written.digest("report"));
    }

    private RecordMaturity maturity(int level) {
        return new RecordMaturity(
                market.id(Ref.RIGHT, "R1"),
                market.id(Ref.PARTY, "VALUER"),
                level,
                Written.nanos("2025-06-01 00:00"),
                Written.digest("report"));
    }

    private RecordEvaluation evaluation(EvaluationDimension dimension, int score) {
        return new RecordEvaluation(
                market.id(Ref.RIGHT, "R1"),
                market.id(Ref.PARTY, "VALUER"),
                dimension,
                score,
                Written.nanos("2025-06-01 00:00"),
                Written.digest("report"));
    }

    private DescribeRight describing(String field) {
        return new DescribeRight(market.id(Ref.RIGHT, "R1"), field, "cell; 电池", "a cell");
    }
}
