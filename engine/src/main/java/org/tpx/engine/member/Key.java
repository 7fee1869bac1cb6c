package org.tpx.engine.member;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;

/** A public key that stands for a person until it is revoked. */
final class Key implements Snapshot.Part {
    private long id;
    private long personId;
    private Hash256 publicKey = Hash256.ZERO;
    private boolean revoked;

    Key() {}

    Key(long id, long personId, Hash256 publicKey) {
        this.id = id;
        this.personId = personId;
        this.publicKey = publicKey;
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    Hash256 publicKey() {
        return publicKey;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        personId = snapshot.number(personId);
        publicKey = snapshot.hash(publicKey);
        revoked = snapshot.flag(revoked);
    }
}
