package org.tpx.gateway.match;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tpx.protocol.EvaluationEvent.RightDescribed;
import org.tpx.protocol.RightEvent.RightRegistered;

/** What is known in words about a right. */
final class OfferedRight {
    private final String code;
    private final String title;
    private String field = "";
    private String keywords = "";
    private String summary = "";
    private final Map<Long, Integer> levels = new LinkedHashMap<>();

    OfferedRight(RightRegistered registered) {
        code = registered.code();
        title = registered.title();
    }

    void describe(RightDescribed described) {
        field = described.field();
        keywords = described.keywords();
        summary = described.summary();
    }

    void level(long evaluationId, int level) {
        levels.put(evaluationId, level);
    }

    void revoke(long evaluationId) {
        levels.remove(evaluationId);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    String field() {
        return field;
    }

    String keywords() {
        return keywords;
    }

    String summary() {
        return summary;
    }

    /** The last maturity level on record, or 0. */
    int maturityLevel() {
        int last = 0;
        for (int level : levels.values()) {
            last = level;
        }
        return last;
    }
}
