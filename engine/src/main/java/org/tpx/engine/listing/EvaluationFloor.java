package org.tpx.engine.listing;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/** What a listing asks of the floor above it, where appraisals and other evaluations are on record. */
public interface EvaluationFloor {

    /**
     * The appraisal that floor and price cuts are measured by at this instant, or {@link Money#NONE}: the last one on record that is
     * still valid, one made for this listing before one of the right. Where none was ever recorded it is the one that the notice
     * states, unless the profile takes only recorded ones.
     */
    Money appraisal(Turn turn, Listing listing);

    /** Whether there were appraisals on record and the validity of all of them is over. */
    boolean isAppraisalExpired(Turn turn, Listing listing);

    /** EVALUATION_MISSING where the profile asks for an evaluation that is not on record or not in force, or null. */
    @Nullable
    RejectReason refusalOfNotice(Turn turn, Listing listing);

    /** The notice is published: causes NoticeEvaluated where something is on record. */
    void onNotice(Turn turn, Listing listing);
}
