package org.tpx.gateway.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Owner;

/** A right as its recordations have it so far: owners, open liens, and who owned it before each deed. Single-threaded. */
final class ImportedTitle {
    private static final int WHOLE_BPS = 10_000;
    private static final int MAX_OWNERS = 50;

    /** A lien: which recordation opened it, under which number it stands in the register, and who holds it. */
    record Lien(String reelFrame, String instrument, long holderId) {}

    private final long id;
    private final String code;
    private final List<Lien> liens = new ArrayList<>();
    private final Map<String, List<Owner>> ownersBefore = new HashMap<>();
    private List<Owner> owners;
    private String lastDeed = "";
    private @Nullable LocalDate lastExecuted;

    ImportedTitle(long id, String code, List<Long> first) {
        this.id = id;
        this.code = code;
        owners = equal(first);
    }

    long id() {
        return id;
    }

    String code() {
        return code;
    }

    List<Owner> owners() {
        return owners;
    }

    Set<Long> ownerIds() {
        Set<Long> ids = new HashSet<>();
        owners.forEach(owner -> ids.add(owner.partyId()));
        return ids;
    }

    /** Who owned it before a deed that is its last one; the owners now where it is not. */
    List<Owner> ownersBefore(String reelFrame) {
        return lastDeed.equals(reelFrame) ? ownersBefore.getOrDefault(reelFrame, owners) : owners;
    }

    /** Whether the owners stand on record by this deed. */
    boolean isLastDeed(String reelFrame) {
        return lastDeed.equals(reelFrame);
    }

    /** When the deed was executed by which the owners stand on record, or null. */
    @Nullable
    LocalDate lastExecuted() {
        return lastExecuted;
    }

    /** The owners pass by a deed: these become owners by it, starting from those who were before. */
    void pass(Recordation deed, List<Owner> before, Set<Long> from, List<Long> to) {
        ownersBefore.put(deed.reelFrame(), before);
        lastDeed = deed.reelFrame();
        lastExecuted = deed.executed();
        owners = after(before, from, to);
    }

    List<Lien> liens() {
        return liens;
    }

    /** The assignees take what the assignors on record had; where none of these is on record, all, unless all assignees own it. */
    private static List<Owner> after(List<Owner> before, Set<Long> from, List<Long> to) {
        Map<Long, Integer> shares = new LinkedHashMap<>();
        int freedBps = 0;
        for (Owner owner : before) {
            if (from.contains(owner.partyId())) {
                freedBps += owner.shareBps();
            } else {
                shares.put(owner.partyId(), owner.shareBps());
            }
        }
        if (freedBps == 0 && shares.keySet().containsAll(to)) {
            return before;
        }
        if (freedBps == 0) {
            return equal(to);
        }
        List<Integer> parts = divide(freedBps, to.size());
        for (int i = 0; i < to.size(); i++) {
            shares.merge(to.get(i), parts.get(i), Integer::sum);
        }
        shares.values().removeIf(shareBps -> shareBps == 0);
        return shares.size() > MAX_OWNERS ? equal(List.copyOf(shares.keySet())) : owners(shares);
    }

    /** Nobody records shares, so those who own together own equal parts; of more than the register holds, the first. */
    private static List<Owner> equal(List<Long> parties) {
        List<Long> kept = parties.stream().distinct().limit(MAX_OWNERS).toList();
        List<Integer> parts = divide(WHOLE_BPS, kept.size());
        Map<Long, Integer> shares = new LinkedHashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            shares.put(kept.get(i), parts.get(i));
        }
        return owners(shares);
    }

    private static List<Owner> owners(Map<Long, Integer> shares) {
        return shares.entrySet().stream()
                .map(share -> new Owner(share.getKey(), share.getValue()))
                .toList();
    }

    private static List<Integer> divide(int bps, int count) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(bps / count + (i < bps % count ? 1 : 0));
        }
        return parts;
    }
}
