package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.imports.ImportedTitle.Lien;
import org.tpx.gateway.imports.TitleFinding.Kind;
import org.tpx.protocol.Command;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RegisterCommand.CorrectEntry;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightType;

/**
 * Enters recordations, one after the other, into the title register of a new exchange, and says what it finds. Nothing is refused for
 * a gap: the office records what is handed in, and so does this. Single-threaded.
 */
final class TitleEntries {
    private final Consumer<Command> clerk;
    private final TitleFindings findings;
    private final PartyNames names = new PartyNames();
    private final Map<String, ImportedTitle> titles = new LinkedHashMap<>();
    private final Map<String, String> instruments = new LinkedHashMap<>();
    private final Map<String, Integer> burdened = new LinkedHashMap<>();
    private long parties;

    /** The clerk carries the commands out, in this order. */
    TitleEntries(Consumer<Command> clerk, TitleFindings findings) {
        this.clerk = clerk;
        this.findings = findings;
    }

    PartyNames names() {
        return names;
    }

    /** Every right by its code. */
    Map<String, ImportedTitle> titles() {
        return titles;
    }

    /** Enters a recordation for each of its rights. */
    void enter(Recordation deed) {
        if (deed.conveyance().kind() == Conveyance.Kind.UNKNOWN) {
            findings.add(Kind.NOT_ENTERED, deed.reelFrame(), "what it does is not understood: " + deed.words());
            return;
        }
        List<Long> from = ids(deed.assignors());
        List<Long> to = ids(deed.assignees());
        instruments.put(deed.reelFrame(), instrument(deed));
        if (deed.conveyance().corrective()) {
            tellCorrection(deed);
        }
        for (String right : deed.rights()) {
            ImportedTitle title = title(deed, right, from, to);
            if (title != null) {
                enter(deed, title, from, to);
            }
        }
    }

    /** Says which liens are open once everything is entered. */
    void tellOpenLiens() {
        for (ImportedTitle title : titles.values()) {
            for (Lien lien : title.liens()) {
                String sentence = "held by " + names.name(lien.holderId()) + "; it burdened "
                        + rights(burdened.getOrDefault(lien.reelFrame(), 0)) + " and is open on";
                findings.add(Kind.LIEN_OPEN, lien.reelFrame(), sentence, title.code());
            }
        }
    }

    private void enter(Recordation deed, ImportedTitle title, List<Long> from, List<Long> to) {
        switch (deed.conveyance().kind()) {
            case TITLE -> pass(deed, title, new HashSet<>(from), to);
            case LIEN -> burden(deed, title, from, to.get(0));
            case RELEASE -> release(deed, title, new HashSet<>(from));
            case LIEN_TRANSFER -> passLien(deed, title, new HashSet<>(from), to.get(0));
            case LICENCE -> license(deed, title, to.get(0));
            case UNKNOWN -> throw new IllegalStateException("nothing to enter: " + deed.words());
        }
    }

    private void pass(Recordation deed, ImportedTitle title, Set<Long> from, List<Long> to) {
        String corrected = deed.conveyance().corrective()
                ? deed.conveyance().named().stream()
                        .filter(title::isLastDeed)
                        .findFirst()
                        .orElse("")
                : "";
        List<Owner> before = corrected.isEmpty() ? title.owners() : title.ownersBefore(corrected);
        tellGap(deed, title, before, from, to);
        if (deed.executed() != null
                && title.lastExecuted() != null
                && deed.executed().isBefore(title.lastExecuted())) {
            String sentence = "executed on " + deed.executed() + ", before the deed on record of "
                    + title.lastExecuted() + ", for";
            findings.add(Kind.OUT_OF_ORDER, deed.reelFrame(), sentence, title.code());
        }
        title.pass(deed, before, from, to);
        String instrument = instrument(deed);
        clerk.accept(
                corrected.isEmpty()
                        ? new RecordTitle(title.id(), instrument, Hash256.ZERO, title.owners())
                        : new CorrectEntry(
                                title.id(),
                                Hash256.ZERO,
                                title.owners(),
                                instruments.getOrDefault(corrected, corrected),
                                instrument,
                                "as the corrective deed says"));
    }

    private void burden(Recordation deed, ImportedTitle title, List<Long> from, long holderId) {
        if (from.stream().noneMatch(title.ownerIds()::contains)) {
            String sentence =
                    "a lien is granted by " + names(from) + ", but the owner on record is " + owners(title.owners());
            findings.add(Kind.GAP, deed.reelFrame(), sentence, title.code());
        }
        open(deed, title, holderId);
        findings.add(
                Kind.LIEN_OPENED,
                deed.reelFrame(),
                names(from) + " to " + String.join(", ", deed.assignees()) + ", on",
                title.code());
    }

    private void open(Recordation deed, ImportedTitle title, long holderId) {
        title.liens().add(new Lien(deed.reelFrame(), instrument(deed), holderId));
        burdened.merge(deed.reelFrame(), 1, Integer::sum);
        clerk.accept(new RecordEncumbrance(title.id(), EncumbranceKind.PLEDGE, holderId, instrument(deed)));
    }

    private void release(Recordation deed, ImportedTitle title, Set<Long> from) {
        for (Lien lien : concerned(deed, title, from)) {
            end(title, lien);
            String held =
                    from.contains(lien.holderId()) ? "" : ", held by " + names.name(lien.holderId()) + " on record,";
            String sentence = lien.reelFrame() + " by " + String.join(", ", deed.assignors()) + held + " on";
            findings.add(Kind.LIEN_RELEASED, deed.reelFrame(), sentence, title.code());
        }
    }

    private void passLien(Recordation deed, ImportedTitle title, Set<Long> from, long holderId) {
        for (Lien lien : concerned(deed, title, from)) {
            end(title, lien);
            open(deed, title, holderId);
            String sentence =
                    lien.reelFrame() + " from " + names.name(lien.holderId()) + " to " + names.name(holderId) + ", on";
            findings.add(Kind.LIEN_PASSED, deed.reelFrame(), sentence, title.code());
        }
    }

    /** The open liens that a deed names by reel and frame; where it names none, all of its assignors'. Tells where there are none. */
    private List<Lien> concerned(Recordation deed, ImportedTitle title, Set<Long> from) {
        List<String> named = deed.conveyance().named();
        List<Lien> found = title.liens().stream()
                .filter(lien -> named.isEmpty() ? from.contains(lien.holderId()) : named.contains(lien.reelFrame()))
                .toList();
        if (found.isEmpty()) {
            String what =
                    named.isEmpty() ? "a lien of " + String.join(", ", deed.assignors()) : String.join(", ", named);
            findings.add(Kind.NOTHING_RELEASED, deed.reelFrame(), what + " is not open on", title.code());
        }
        return found;
    }

    private void end(ImportedTitle title, Lien lien) {
        title.liens().remove(lien);
        clerk.accept(new ReleaseEncumbrance(title.id(), lien.instrument()));
    }

    private void license(Recordation deed, ImportedTitle title, long licenseeId) {
        clerk.accept(new RecordEncumbrance(title.id(), EncumbranceKind.LICENCE, licenseeId, instrument(deed)));
        findings.add(Kind.LICENCE, deed.reelFrame(), "to " + names.name(licenseeId) + ", on", title.code());
    }

    /** The right, entered with its first owners where it is new; null where the deed does not say who they could be. */
    private @Nullable ImportedTitle title(Recordation deed, String code, List<Long> from, List<Long> to) {
        ImportedTitle known = titles.get(code);
        if (known != null) {
            return known;
        }
        if (deed.conveyance().kind() == Conveyance.Kind.LIEN_TRANSFER) {
            findings.add(Kind.NOT_ENTERED, deed.reelFrame(), "nothing on record says who owns", code);
            return null;
        }
        boolean released = deed.conveyance().kind() == Conveyance.Kind.RELEASE;
        List<Long> first = released ? to : from;
        ImportedTitle title = new ImportedTitle(titles.size() + 1L, code, first);
        titles.put(code, title);
        clerk.accept(new RegisterRight(code, type(code), code, "As recorded by the USPTO", title.owners()));
        if (first.size() > 1 || deed.conveyance().kind() != Conveyance.Kind.TITLE) {
            String sentence = names(first) + (first.size() > 1 ? ", in equal shares," : "") + " of";
            findings.add(Kind.ASSUMED_OWNERS, deed.reelFrame(), sentence, code);
        }
        return title;
    }

    private void tellGap(Recordation deed, ImportedTitle title, List<Owner> before, Set<Long> from, List<Long> to) {
        Set<Long> owning = before.stream().map(Owner::partyId).collect(Collectors.toSet());
        List<Long> strangers =
                from.stream().filter(id -> !owning.contains(id)).sorted().toList();
        if (strangers.isEmpty()) {
            return;
        }
        boolean confirms = strangers.size() == from.size() && owning.containsAll(to);
        String sentence = names(strangers) + " conveys, but the owner on record is " + owners(before)
                + (confirms ? ", who is the assignee and stays" : "");
        findings.add(Kind.GAP, deed.reelFrame(), sentence, title.code());
    }

    private void tellCorrection(Recordation deed) {
        List<String> named = deed.conveyance().named();
        String what = named.isEmpty() ? "an earlier one that it does not name" : String.join(", ", named);
        boolean known = named.stream().anyMatch(instruments::containsKey);
        String sentence = "corrects " + what + (known ? "" : ", which the file does not have") + ": " + deed.words();
        findings.add(Kind.CORRECTION, deed.reelFrame(), sentence);
    }

    private List<Long> ids(List<String> spellings) {
        List<Long> ids = new ArrayList<>();
        for (String spelling : spellings) {
            long id = names.id(spelling);
            if (id > parties) {
                parties = id;
                clerk.accept(new RegisterParty(names.code(id), Hash256.ZERO, Hash256.ZERO));
            }
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private String owners(List<Owner> owners) {
        return names(owners.stream().map(Owner::partyId).toList());
    }

    private String names(List<Long> ids) {
        return ids.stream().map(names::name).collect(Collectors.joining("; "));
    }

    private static String instrument(Recordation deed) {
        String executed = deed.executed() == null ? "" : ", executed " + deed.executed();
        return deed.instrument() + executed + ", recorded " + deed.recorded();
    }

    private static String rights(int count) {
        return count + (count == 1 ? " right" : " rights");
    }

    private static RightType type(String code) {
        if (code.startsWith("US-APP-")) {
            return RightType.PATENT_APPLICATION;
        }
        if (code.startsWith("USPP")) {
            return RightType.PLANT_VARIETY;
        }
        return code.startsWith("USD") ? RightType.PATENT_DESIGN : RightType.PATENT_INVENTION;
    }
}
