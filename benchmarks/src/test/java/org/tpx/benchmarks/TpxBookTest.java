package org.tpx.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tpx.benchmarks.books.SameWork;
import org.tpx.benchmarks.books.StreamPlan;
import org.tpx.benchmarks.books.TestedBook;

class TpxBookTest {

    @Test
    void shouldDoTheSameWorkAsARightBookEachTimeItIsAsked() {
        TestedBook book = new TpxBook();
        for (StreamPlan plan : SameWork.plans()) {
            for (int time = 0; time < 2; time++) {
                assertThat(SameWork.outcome(plan, book)).as("%s", plan).isEqualTo(SameWork.expected(plan));
                assertThat(book.resting()).isZero();
            }
        }
    }
}
