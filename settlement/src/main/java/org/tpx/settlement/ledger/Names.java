package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.SystemEvent.ExchangeOpened;

/** The codes and titles behind the ids, so that statements and certificates read as people write. */
final class Names {
    private final Handle handle;

    Names(Handle handle) {
        this.handle = handle;
    }

    void exchangeOpened(Place place, ExchangeOpened event) {
        handle.execute(
                "INSERT INTO exchange (sequence, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                place.sequence(),
                event.exchange());
    }

    void membershipApplied(Place place, MembershipApplied event) {
        handle.execute(
                "INSERT INTO member (member_id, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                event.memberId(),
                event.code());
    }

    void partyRegistered(Place place, PartyRegistered event) {
        handle.execute(
                "INSERT INTO party (party_id, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                event.partyId(),
                event.code());
    }

    void rightRegistered(Place place, RightRegistered event) {
        handle.execute(
                "INSERT INTO traded_right (right_id, code, right_type, registration, title)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.rightId(),
                event.code(),
                event.rightType(),
                event.registration(),
                event.title());
    }

    void calendarVersionLoaded(Place place, CalendarVersionLoaded event) {
        handle.execute(
                "INSERT INTO calendar (calendar_id, version, code, provisional, utc_offset_seconds)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.calendarId(),
                event.version(),
                event.code(),
                event.provisional() ? 1 : 0,
                event.utcOffsetSeconds());
    }
}
