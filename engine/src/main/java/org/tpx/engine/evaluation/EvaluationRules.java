package org.tpx.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.EvaluationFloor;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.DimensionScore;
import org.tpx.protocol.EvaluationDimension;
import org.tpx.protocol.EvaluationEvent.NoticeEvaluated;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RuleProfileTerms;

/** Which evaluations count for a listing, and what its rule profile asks of them. */
public final class EvaluationRules implements EvaluationFloor {

    private final EvaluationRegister register;
    private final Rules rules;

    EvaluationRules(EvaluationRegister register, Rules rules) {
        this.register = register;
        this.rules = rules;
    }

    @Override
    public Money appraisal(Turn turn, Listing listing) {
        Evaluation valid = validAppraisal(turn, listing);
        if (valid != null) {
            return valid.appraisal();
        }
        boolean stated =
                !rules.of(listing).appraisalRecordRequired() && lastAppraisal(listing, Evaluation::isAppraisal) == null;
        return stated ? listing.terms().appraisal() : Money.NONE;
    }

    @Override
    public boolean isAppraisalExpired(Turn turn, Listing listing) {
        return validAppraisal(turn, listing) == null && lastAppraisal(listing, Evaluation::isAppraisal) != null;
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Turn turn, Listing listing) {
        RuleProfileTerms profile = rules.of(listing);
        boolean appraised = !profile.appraisalRecordRequired() || validAppraisal(turn, listing) != null;
        boolean mature = profile.leastMaturityLevel() <= maturityLevel(listing);
        boolean evaluated = profile.requiredDimensions().stream()
                .allMatch(required -> lastOf(listing, required.dimension()) != null);
        return appraised && mature && evaluated ? null : RejectReason.EVALUATION_MISSING;
    }

    @Override
    public void onNotice(Turn turn, Listing listing) {
        Evaluation valid = validAppraisal(turn, listing);
        int level = maturityLevel(listing);
        List<DimensionScore> scores = scores(listing);
        if (valid == null && level == 0 && scores.isEmpty()) {
            return;
        }
        turn.emit(new NoticeEvaluated(
                listing.id(),
                listing.rightId(),
                valid == null ? 0 : valid.id(),
                valid == null ? Money.NONE : valid.appraisal(),
                level,
                scores));
    }

    private @Nullable Evaluation validAppraisal(Turn turn, Listing listing) {
        return lastAppraisal(listing, evaluation -> evaluation.isAppraisalAt(turn.timeNanos()));
    }

    // One in another currency cannot be compared with the price, so it does not count.
    private @Nullable Evaluation lastAppraisal(Listing listing, Predicate<Evaluation> such) {
        Predicate<Evaluation> comparable =
                such.and(evaluation -> evaluation.appraisal().currency() == listing.currency());
        Evaluation own =
                register.last(listing.rightId(), comparable.and(evaluation -> evaluation.listingId() == listing.id()));
        return own != null
                ? own
                : register.last(listing.rightId(), comparable.and(evaluation -> evaluation.listingId() == 0));
    }

    private int maturityLevel(Listing listing) {
        Evaluation last = register.last(listing.rightId(), Evaluation::isMaturity);
        return last == null ? 0 : last.points();
    }

    private @Nullable Evaluation lastOf(Listing listing, EvaluationDimension dimension) {
        return register.last(listing.rightId(), evaluation -> evaluation.isOf(dimension));
    }

    private List<DimensionScore> scores(Listing listing) {
        List<DimensionScore> scores = new ArrayList<>();
        for (EvaluationDimension dimension : EvaluationDimension.values()) {
            Evaluation last = lastOf(listing, dimension);
            if (last != null) {
                scores.add(new DimensionScore(dimension, last.points()));
            }
        }
        return scores;
    }
}
