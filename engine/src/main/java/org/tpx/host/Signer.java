package org.tpx.host;

import org.tpx.journal.Checkpoint;
import org.tpx.journal.TurnRecordView;

/** Has checkpoints signed beside the publish thread, which tells it the turns. */
final class Signer implements AutoCloseable {

    private final Notary notary;
    private final NodeHealth health;
    private final SideTask task;

    Signer(Notary notary, NodeHealth health) {
        this.notary = notary;
        this.health = health;
        this.task = new SideTask("tpx-sign", health);
    }

    /** The next turn, durable. */
    void onTurn(TurnRecordView turn) {
        notary.onTurn(turn);
    }

    /** Begins to sign where a checkpoint is due. */
    void check() {
        if (notary.isDue() && !task.isBusy()) {
            Checkpoint checkpoint = notary.draw();
            task.start(() -> notary.sign(checkpoint));
        }
    }

    /** Signs the last head, after the publish thread has ended. */
    @Override
    public void close() {
        task.close();
        if (health.isGood()) {
            notary.finish();
        }
        notary.close();
    }
}
