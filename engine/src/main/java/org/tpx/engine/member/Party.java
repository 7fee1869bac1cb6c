package org.tpx.engine.member;

import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;

/** A client of members: transferor, transferee, pledgee. What would name a person is a digest. */
final class Party implements Snapshot.Part, Codes.Coded {
    private long id;
    private String code = "";
    private Hash256 identity = Hash256.ZERO;
    private Hash256 account = Hash256.ZERO;

    Party() {}

    Party(long id, String code, Hash256 identity, Hash256 account) {
        this.id = id;
        this.code = code;
        this.identity = identity;
        this.account = account;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String code() {
        return code;
    }

    Hash256 account() {
        return account;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        identity = snapshot.hash(identity);
        account = snapshot.hash(account);
    }
}
