package org.tpx.engine.member;

import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Role;

/** A person who may send commands. */
final class Principal implements Snapshot.Part, Codes.Coded {
    private long id;
    private String code = "";
    private Role role = Role.AUDITOR;
    private long memberId;
    private long qualifiedUntilNanos;

    Principal() {}

    Principal(long id, String code, Role role, long memberId) {
        this.id = id;
        this.code = code;
        this.role = role;
        this.memberId = memberId;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String code() {
        return code;
    }

    Role role() {
        return role;
    }

    long memberId() {
        return memberId;
    }

    /** Until when the person is qualified as a broker, exclusive; 0 where it never was. */
    long qualifiedUntilNanos() {
        return qualifiedUntilNanos;
    }

    void qualify(long untilNanos) {
        qualifiedUntilNanos = untilNanos;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        role = snapshot.constant(role);
        memberId = snapshot.number(memberId);
        qualifiedUntilNanos = snapshot.number(qualifiedUntilNanos);
    }
}
