package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.IdentityCommand.ProposeKey;
import org.tpx.protocol.IdentityCommand.RevokeKey;
import org.tpx.protocol.IdentityEvent.KeyRegistered;
import org.tpx.protocol.IdentityEvent.KeyRevoked;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * The public keys that stand for persons. Signatures are the edges' business; here is who vouched for a key, from when and until
 * when, so that the journal says whom a signature proves. A key is never registered a second time, revoked or not.
 */
public final class Keys {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Table<Key> keys = new Table<>(Key::new);
    private final Principals principals;

    Keys(Principals principals) {
        this.principals = principals;
    }

    /** Why the key cannot be registered, or null: UNKNOWN_SUBJECT for a person that does not exist, CODE_TAKEN for a known key. */
    public @Nullable RejectReason obstacle(ProposeKey command) {
        if (principals.find(command.personId()) == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return isKnown(command.publicKey()) ? RejectReason.CODE_TAKEN : null;
    }

    /** Two people decided so: emits KeyRegistered. */
    public void register(Turn turn, ProposeKey command) {
        Key key = keys.add(new Key(keys.nextId(), command.personId(), command.publicKey()));
        turn.emit(new KeyRegistered(key.id(), key.personId(), key.publicKey()));
    }

    /** Emits KeyRevoked. */
    public void revoke(Turn turn, RevokeKey command) {
        Key key = keys.find(command.keyId());
        boolean own = key != null && key.personId() == turn.principalId();
        RejectReason reason = own ? null : principals.role(turn, OPERATOR_OR_SUPERVISOR);
        if (reason != null) {
            turn.refuse(reason, command.keyId());
            return;
        }
        if (key == null || key.isRevoked()) {
            turn.refuse(key == null ? RejectReason.UNKNOWN_SUBJECT : RejectReason.NOT_ALLOWED, command.keyId());
            return;
        }
        key.revoke();
        turn.emit(new KeyRevoked(key.id(), key.personId(), command.reason()));
    }

    void exchange(Snapshot snapshot) {
        keys.exchange(snapshot);
    }

    // Keys are few and registered seldom: looking through them costs less than an index that has to be kept.
    private boolean isKnown(Hash256 publicKey) {
        boolean[] found = new boolean[1];
        keys.forEach(key -> found[0] |= key.publicKey().equals(publicKey));
        return found[0];
    }
}
