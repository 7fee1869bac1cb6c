package org.tpx.engine.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.Event;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationEvent.NegotiationCancelled;
import org.tpx.protocol.NegotiationEvent.NegotiationOpened;
import org.tpx.protocol.NegotiationEvent.NegotiationProposed;
import org.tpx.protocol.NegotiationEvent.NoticePosted;
import org.tpx.protocol.NegotiationEvent.ObjectionFiled;
import org.tpx.protocol.NegotiationEvent.ObjectionRejected;
import org.tpx.protocol.NegotiationEvent.ObjectionUpheld;
import org.tpx.protocol.NegotiationEvent.SigningOpened;
import org.tpx.protocol.NegotiationEvent.TermsChanged;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.ObjectionOutcome;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.TimerKind;

/**
 * What the public may rely on, read from events alone: nothing is signed but what the last notice said or better, after it stood in
 * full, and with every objection answered.
 */
final class NegotiationModel {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long NONE = Long.MAX_VALUE;

    private final TreeSet<Long> open = new TreeSet<>();
    private LegalBasis basis = LegalBasis.PRIVATE_HOLDER;
    private long transfereeId;
    private Money price = Money.NONE;
    private String scope = "";
    private boolean upheld;
    private long noticeEndNanos = NONE;
    private long signingDueNanos;
    private int signed;

    /** Contracts that were signed. */
    int signed() {
        return signed;
    }

    /** Takes an event in and complains where it breaks a promise. */
    void on(long timeNanos, Event event) {
        if (event instanceof NegotiationProposed proposed) {
            begin(proposed.terms());
        } else if (event instanceof NegotiationOpened opened) {
            begin(opened.terms());
        } else if (event instanceof NoticePosted notice) {
            post(timeNanos, notice);
        } else if (event instanceof TermsChanged change) {
            change(change);
        } else if (event instanceof ObjectionFiled objection) {
            assertThat(timeNanos).as("an objection in time").isLessThan(noticeEndNanos);
            assertThat(noticeEndNanos).as("a notice to object to").isNotEqualTo(NONE);
            open.add(objection.objectionId());
        } else if (event instanceof ObjectionRejected objection) {
            assertThat(open.remove(objection.objectionId()))
                    .as("an open objection")
                    .isTrue();
        } else if (event instanceof ObjectionUpheld objection) {
            assertThat(open).as("open objections").contains(objection.objectionId());
            open.clear();
            noticeEndNanos = NONE;
            upheld = objection.outcome() == ObjectionOutcome.RENEGOTIATE;
        } else if (event instanceof DeadlineMoved moved) {
            move(moved);
        } else if (event instanceof NegotiationCancelled) {
            open.clear();
            noticeEndNanos = NONE;
        } else {
            sign(timeNanos, event);
        }
    }

    private void begin(NegotiationTerms terms) {
        assertThat(open).as("objections from before").isEmpty();
        basis = terms.basis();
        transfereeId = terms.transfereeId();
        price = terms.price();
        scope = terms.scope();
        noticeEndNanos = NONE;
        upheld = false;
    }

    private void post(long timeNanos, NoticePosted notice) {
        assertThat(upheld).as("a notice that was objected to with success").isFalse();
        assertThat(notice.transfereeId()).isEqualTo(transfereeId);
        assertThat(notice.price()).isEqualTo(price);
        assertThat(notice.scope()).isEqualTo(scope);
        if (basis == LegalBasis.UNIVERSITY_ACHIEVEMENT) {
            assertThat(notice.noticeEndNanos() - timeNanos)
                    .as("fifteen whole days")
                    .isGreaterThan(15 * DAY_NANOS);
        }
        noticeEndNanos = notice.noticeEndNanos();
    }

    private void change(TermsChanged change) {
        assertThat(open).as("open objections while terms change").isEmpty();
        boolean material = upheld
                || change.price().isLessThan(price)
                || change.transfereeId() != transfereeId
                || !change.scope().equals(scope);
        assertThat(change.material()).as("material: %s", change).isEqualTo(material);
        if (material) {
            noticeEndNanos = NONE;
        }
        upheld = false;
        transfereeId = change.transfereeId();
        price = change.price();
        scope = change.scope();
    }

    private void move(DeadlineMoved moved) {
        if (moved.kind() == TimerKind.NOTICE_END) {
            noticeEndNanos = moved.deadlineNanos();
        } else if (moved.kind() == TimerKind.SIGNING_WINDOW) {
            signingDueNanos = moved.deadlineNanos();
        }
    }

    private void sign(long timeNanos, Event event) {
        if (event instanceof SigningOpened opened) {
            stood(timeNanos);
            signingDueNanos = opened.signingDueNanos();
        } else if (event instanceof ContractSigned contract) {
            stood(timeNanos);
            assertThat(timeNanos).as("signed in time").isLessThan(signingDueNanos);
            assertThat(contract.transfereeId()).isEqualTo(transfereeId);
            assertThat(contract.price()).isEqualTo(price);
            signed++;
        }
    }

    private void stood(long timeNanos) {
        assertThat(timeNanos).as("after the notice").isGreaterThanOrEqualTo(noticeEndNanos);
        assertThat(open).as("open objections").isEmpty();
    }
}
