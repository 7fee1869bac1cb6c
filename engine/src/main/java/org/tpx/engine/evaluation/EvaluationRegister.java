package org.tpx.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;

/** All evaluations, and those of each right in the order in which they went on record. */
final class EvaluationRegister {

    private final Table<Evaluation> evaluations = new Table<>(Evaluation::new);
    private final Long2ObjectHashMap<List<Evaluation>> byRight = new Long2ObjectHashMap<>();

    long nextId() {
        return evaluations.nextId();
    }

    @Nullable
    Evaluation find(long evaluationId) {
        return evaluations.find(evaluationId);
    }

    void add(Evaluation evaluation) {
        index(evaluations.add(evaluation));
    }

    /** The last evaluation of the right that is so, or null. */
    @Nullable
    Evaluation last(long rightId, Predicate<Evaluation> such) {
        List<Evaluation> ofRight = byRight.get(rightId);
        if (ofRight == null) {
            return null;
        }
        for (int i = ofRight.size() - 1; i >= 0; i--) {
            if (such.test(ofRight.get(i))) {
                return ofRight.get(i);
            }
        }
        return null;
    }

    void exchange(Snapshot snapshot) {
        evaluations.exchange(snapshot);
        if (snapshot.isReading()) {
            byRight.clear();
            evaluations.forEach(this::index);
        }
    }

    private void index(Evaluation evaluation) {
        byRight.computeIfAbsent(evaluation.rightId(), id -> new ArrayList<>()).add(evaluation);
    }
}
