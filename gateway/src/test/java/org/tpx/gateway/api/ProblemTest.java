package org.tpx.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.RejectReason;

/** The status of every refusal, so that a new one gets its status on purpose. */
class ProblemTest {

    private static final Map<RejectReason, Integer> EXPECTED = new EnumMap<>(RejectReason.class);

    static {
        status(503, RejectReason.NODE_FULL, RejectReason.BOOK_FULL);
        status(404, RejectReason.UNKNOWN_SUBJECT);
        status(
                403,
                RejectReason.UNKNOWN_PRINCIPAL,
                RejectReason.ROLE_NOT_ALLOWED,
                RejectReason.SAME_PERSON,
                RejectReason.NO_MANDATE,
                RejectReason.MEMBER_NOT_ACTIVE,
                RejectReason.SUSPENDED_MEMBER,
                RejectReason.RESTRICTED_MEMBER,
                RejectReason.NOT_QUALIFIED);
        status(
                409,
                RejectReason.DUPLICATE_CLIENT_ID,
                RejectReason.CODE_TAKEN,
                RejectReason.VARIETY_NOT_APPROVED,
                RejectReason.NOT_OWNER,
                RejectReason.CO_OWNER_CONSENT,
                RejectReason.PLEDGEE_CONSENT,
                RejectReason.RIGHT_FROZEN,
                RejectReason.EXCLUSIVELY_LICENSED,
                RejectReason.LICENCE_OFFERED,
                RejectReason.EVALUATION_REPORT_MISSING,
                RejectReason.ALREADY_TAKEN_UP,
                RejectReason.RIGHT_ALREADY_LISTED,
                RejectReason.DUE_DILIGENCE_MISSING,
                RejectReason.DOCUMENT_MISSING,
                RejectReason.TERMS_MISSING,
                RejectReason.FLOOR_BELOW_APPRAISAL,
                RejectReason.DEPOSIT_CAP,
                RejectReason.PERIOD_TOO_SHORT,
                RejectReason.REAPPRAISAL_REQUIRED,
                RejectReason.APPROVAL_REQUIRED,
                RejectReason.EVALUATION_MISSING,
                RejectReason.OPEN_OBJECTION,
                RejectReason.OPEN_ROFR,
                RejectReason.BASIS_NOT_ALLOWED,
                RejectReason.RELATED_PARTY,
                RejectReason.NOTICE_INCOMPLETE,
                RejectReason.FEES_UNPAID,
                RejectReason.ALREADY_ISSUED,
                RejectReason.ALREADY_REGISTERED,
                RejectReason.DUPLICATE_BANK_REFERENCE,
                RejectReason.NOT_ALLOWED,
                RejectReason.VENUE_POLICY,
                RejectReason.HALTED,
                RejectReason.AUCTION_NOT_OPEN,
                RejectReason.SESSION_CLOSED,
                RejectReason.NO_CANCEL,
                RejectReason.LATE);
        status(
                422,
                RejectReason.NOT_ADMITTED,
                RejectReason.NO_FREE_PERIOD_BID,
                RejectReason.OUT_OF_TURN,
                RejectReason.ROFR_HOLDER,
                RejectReason.ROFR_ONLY_WINDOW,
                RejectReason.ALREADY_QUOTED,
                RejectReason.BAD_COMMITMENT,
                RejectReason.CURRENCY,
                RejectReason.APPLICATION_SIZE,
                RejectReason.SALE_FULL,
                RejectReason.TENDER_REQUIRED,
                RejectReason.CONFLICT_OF_INTEREST,
                RejectReason.NOT_ON_COMMITTEE,
                RejectReason.SCORES_INCOMPLETE,
                RejectReason.BELOW_RESERVE,
                RejectReason.BAD_LOT,
                RejectReason.BAD_TICK,
                RejectReason.BAD_EXPIRY,
                RejectReason.BELOW_START,
                RejectReason.NOT_ABOVE_HIGH,
                RejectReason.NOT_ABOVE_OWN,
                RejectReason.BAD_INCREMENT,
                RejectReason.SELF_OUTBID,
                RejectReason.ABOVE_SANITY_CAP,
                RejectReason.NOT_STANDING_PRICE,
                RejectReason.PRICE_BAND,
                RejectReason.ABOVE_PRICE_GUIDE,
                RejectReason.SOLD_OUT,
                RejectReason.CREDIT,
                RejectReason.T_PLUS_5,
                RejectReason.HOLDER_LIMIT,
                RejectReason.UNITS_EXHAUSTED,
                RejectReason.WOULD_TRADE,
                RejectReason.NOT_FILLABLE,
                RejectReason.NO_LIMIT_OPPOSITE,
                RejectReason.RIGHT_ENDED,
                RejectReason.RIGHT_NOT_GRANTED,
                RejectReason.ANNUAL_FEE_UNPAID,
                RejectReason.ALREADY_PLEDGED,
                RejectReason.DEBT_OUTLASTS_RIGHT,
                RejectReason.PLEDGE_CONTRACT_INCOMPLETE,
                RejectReason.SAME_DAY_APPLICATION,
                RejectReason.INVALIDITY_PENDING,
                RejectReason.CUSTODY_OVER,
                RejectReason.WAIVER_NOT_OPEN,
                RejectReason.NO_PAYEE,
                RejectReason.SIGNATURE_MISSING,
                RejectReason.PLEDGE_OPEN,
                RejectReason.PLEDGEE_UNPAID,
                RejectReason.RELEASES_FROZEN,
                RejectReason.CONTRACT_REGISTERED,
                RejectReason.ALREADY_SIGNED,
                RejectReason.BOOK_CLOSED,
                RejectReason.HOLDER_UNCONFIRMED,
                RejectReason.NOT_A_SIDE,
                RejectReason.PAPER_DIFFERS,
                RejectReason.EXCHANGE_RATE,
                RejectReason.ABOVE_PAID,
                RejectReason.TURNOVER_ABOVE_PRICE,
                RejectReason.SHARES_MISSING,
                RejectReason.SHARES_PLEDGED,
                RejectReason.SHARES_FROZEN,
                RejectReason.SHARES_LOCKED,
                RejectReason.SHARES_BLOCKED);
    }

    @Test
    void shouldGiveEveryRefusalItsStatus() {
        Map<RejectReason, Integer> given = new EnumMap<>(RejectReason.class);
        Arrays.stream(RejectReason.values())
                .forEach(reason -> given.put(reason, Problem.status(reason).code()));
        assertThat(given).isEqualTo(EXPECTED);
    }

    private static void status(int code, RejectReason... reasons) {
        Arrays.stream(reasons).forEach(reason -> EXPECTED.put(reason, code));
    }
}
