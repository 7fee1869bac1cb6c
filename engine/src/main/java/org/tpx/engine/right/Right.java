package org.tpx.engine.right;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RightType;

/** A right and its page in the title register: owners, open encumbrances, consents, and the licence rights that rest on it. */
final class Right implements Snapshot.Part, Codes.Coded {
    private long id;
    private String code = "";
    private RightType type = RightType.PATENT_INVENTION;
    private final List<Share> shares = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<Encumbrance> encumbrances = new ArrayList<>();
    private final List<StandingOffer> offers = new ArrayList<>();
    private final Standing standing = new Standing();
    private final Page page = new Page();
    private long baseId;
    private long pooledSeriesId;
    private final List<Right> licenceRights = new ArrayList<>();

    Right() {}

    Right(long id, String code, RightType type) {
        this.id = id;
        this.code = code;
        this.type = type;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String code() {
        return code;
    }

    RightType type() {
        return type;
    }

    /** Where it stands with the authority that grants such rights. */
    Standing standing() {
        return standing;
    }

    /** The deeds and numbers of its entries. */
    Page page() {
        return page;
    }

    /** The owners and their shares. */
    List<Owner> owners() {
        return shares.stream()
                .map(share -> new Owner(share.partyId, share.shareBps))
                .toList();
    }

    boolean isOwner(long partyId) {
        for (Share share : shares) {
            if (share.partyId == partyId) {
                return true;
            }
        }
        return false;
    }

    /** Enters new owners under a deed. Consents were given to a transfer by those before, so they are used up. */
    void passTo(List<Owner> owners, String instrument) {
        page.enterTitle(instrument);
        shares.clear();
        owners.forEach(owner -> shares.add(new Share(owner.partyId(), owner.shareBps())));
        consents.clear();
    }

    boolean hasConsented(long partyId, ConsentKind kind) {
        for (Consent consent : consents) {
            if (consent.partyId == partyId && consent.kind == kind) {
                return true;
            }
        }
        return false;
    }

    void consent(long partyId, ConsentKind kind) {
        consents.add(new Consent(partyId, kind));
    }

    /** Forgets the consents of this kind: what they were given to has happened. */
    void useUp(ConsentKind kind) {
        consents.removeIf(consent -> consent.kind == kind);
    }

    /** Whether every owner but this one has given this consent. */
    boolean haveCoOwnersConsented(long ownerId, ConsentKind kind) {
        for (Share share : shares) {
            if (share.partyId != ownerId && !hasConsented(share.partyId, kind)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the holder of every open pledge has given this consent. */
    boolean havePledgeesConsented(ConsentKind kind) {
        for (Encumbrance encumbrance : encumbrances) {
            if (encumbrance.isPledge() && !hasConsented(encumbrance.holderId(), kind)) {
                return false;
            }
        }
        return true;
    }

    boolean isPledgee(long partyId) {
        for (Encumbrance encumbrance : encumbrances) {
            if (encumbrance.isPledge() && encumbrance.holderId() == partyId) {
                return true;
            }
        }
        return false;
    }

    boolean isFrozen() {
        for (Encumbrance encumbrance : encumbrances) {
            if (encumbrance.kind() == EncumbranceKind.PRESERVATION) {
                return true;
            }
        }
        return false;
    }

    boolean isEncumbered(String reference) {
        return find(reference) != null;
    }

    void encumber(Encumbrance encumbrance) {
        encumbrances.add(encumbrance);
        page.enter(encumbrance.reference());
    }

    /** The open pledges, the oldest first. */
    List<Pledge> pledges() {
        return encumbrances.stream()
                .filter(Encumbrance::isPledge)
                .map(pledge -> new Pledge(pledge.holderId(), pledge.claim(), pledge.reference()))
                .toList();
    }

    /** The numbers of the licences whose term is over by then, in the order in which they were entered. */
    List<String> licencesOverAt(long nanos) {
        return encumbrances.stream()
                .filter(encumbrance -> encumbrance.isOverAt(nanos))
                .map(Encumbrance::reference)
                .toList();
    }

    /** Takes an encumbrance away. A later pledge of the same holder needs a consent of its own. */
    void release(String reference) {
        Encumbrance encumbrance = find(reference);
        if (encumbrance == null) {
            return;
        }
        encumbrances.remove(encumbrance);
        if (!isPledgee(encumbrance.holderId())) {
            consents.removeIf(consent -> isOfPledgee(consent.kind) && consent.partyId == encumbrance.holderId());
        }
    }

    /** Whether a pledgee gives this consent; an owner gives the others. */
    static boolean isOfPledgee(ConsentKind kind) {
        return kind == ConsentKind.PLEDGEE || kind == ConsentKind.LICENCE_PLEDGEE;
    }

    /** The series in whose pool it stands, or 0. */
    long pooledSeriesId() {
        return pooledSeriesId;
    }

    void pool(long seriesId) {
        pooledSeriesId = seriesId;
    }

    /** Whether it is a licence that lets nobody else in. */
    boolean isExclusiveLicence() {
        return type == RightType.LICENCE_EXCLUSIVE || type == RightType.LICENCE_SOLE;
    }

    /** The right that this licence right rests on, or 0. */
    long baseId() {
        return baseId;
    }

    void restOn(Right base) {
        baseId = base.id;
        base.licenceRights.add(this);
    }

    /** The licence rights that rest on it, in the order in which that was recorded, or of their identities. */
    List<Right> licenceRights() {
        return licenceRights;
    }

    /** Whether all owners of the other right are among its own. */
    boolean ownsAll(Right other) {
        return other.shares.stream().allMatch(share -> isOwner(share.partyId));
    }

    /** Whether an offer of licences to everyone stands. That of a former owner no longer counts. */
    boolean isOffered() {
        return offers.stream().anyMatch(offer -> isOwner(offer.ownerId));
    }

    void offer(long ownerId) {
        offers.add(new StandingOffer(ownerId));
    }

    void endOffer(long ownerId) {
        for (StandingOffer offer : offers) {
            if (offer.ownerId == ownerId) {
                offers.remove(offer);
                return;
            }
        }
    }

    /** Whether a licence stands that lets nobody else in, recorded on its page or as a licence right in other hands. */
    boolean isExclusivelyLicensed() {
        boolean recorded = encumbrances.stream().anyMatch(encumbrance -> isExclusive(encumbrance.kind()));
        return recorded || licenceRights.stream().anyMatch(right -> right.isExclusiveLicence() && !ownsAll(right));
    }

    /** Whether it is a licence that lets nobody else in. */
    static boolean isExclusive(EncumbranceKind kind) {
        return kind == EncumbranceKind.LICENCE_SOLE || kind == EncumbranceKind.LICENCE_EXCLUSIVE;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        type = snapshot.constant(type);
        snapshot.parts(shares, () -> new Share(0, 0));
        snapshot.parts(consents, () -> new Consent(0, ConsentKind.CO_OWNER));
        snapshot.parts(encumbrances, Encumbrance::new);
        snapshot.parts(offers, () -> new StandingOffer(0));
        standing.exchange(snapshot);
        page.exchange(snapshot);
        baseId = snapshot.number(baseId);
        pooledSeriesId = snapshot.number(pooledSeriesId);
        if (snapshot.isReading()) {
            licenceRights.clear();
        }
    }

    private @Nullable Encumbrance find(String reference) {
        for (Encumbrance encumbrance : encumbrances) {
            if (encumbrance.reference().equals(reference)) {
                return encumbrance;
            }
        }
        return null;
    }

    private static final class Share implements Snapshot.Part {
        private long partyId;
        private int shareBps;

        private Share(long partyId, int shareBps) {
            this.partyId = partyId;
            this.shareBps = shareBps;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            shareBps = snapshot.number(shareBps);
        }
    }

    private static final class Consent implements Snapshot.Part {
        private long partyId;
        private ConsentKind kind;

        private Consent(long partyId, ConsentKind kind) {
            this.partyId = partyId;
            this.kind = kind;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            kind = snapshot.constant(kind);
        }
    }

    private static final class StandingOffer implements Snapshot.Part {
        private long ownerId;

        private StandingOffer(long ownerId) {
            this.ownerId = ownerId;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            ownerId = snapshot.number(ownerId);
        }
    }
}
