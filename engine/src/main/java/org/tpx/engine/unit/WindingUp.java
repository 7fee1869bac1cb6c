package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.OfferingEvent.SeriesWoundUp;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.UnitSession;

/** The end of a series: no session begins any more, no unit is issued. The register of holders stays as it is. */
public final class WindingUp {

    private final SeriesRegister register;
    private final Sessions sessions;

    WindingUp(SeriesRegister register, Sessions sessions) {
        this.register = register;
        this.sessions = sessions;
    }

    /** Why the series cannot be wound up now, or null: it trades, orders rest, or units are on offer. */
    public @Nullable RejectReason obstacle(long seriesId) {
        Series series = register.find(seriesId);
        if (series == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean idle = series.session() == UnitSession.CLOSED
                && series.book().size() == 0
                && series.reservedUnits() == 0
                && !series.isWoundUp();
        return idle ? null : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes SeriesWoundUp, and SessionStarted where a session was due. */
    public void windUp(Turn turn, long seriesId, String reason) {
        Series series = register.get(seriesId);
        series.windUp();
        turn.emit(new SeriesWoundUp(seriesId, reason));
        sessions.plan(turn, series);
    }
}
