package org.tpx.journal;

/** Is told turns in order. */
@FunctionalInterface
public interface TurnHandler {

    /** One turn; the view is valid during the call only. */
    void onTurn(TurnRecordView turn);
}
