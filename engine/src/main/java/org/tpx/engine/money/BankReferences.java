package org.tpx.engine.money;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;

/** The bank references that were booked. One reference is one payment, in or out, so none is booked twice. */
public final class BankReferences {

    private final Set<String> used = new LinkedHashSet<>();

    /** Whether a payment with this reference was booked. */
    public boolean isUsed(String reference) {
        return used.contains(reference);
    }

    /** Remembers the reference of a payment that is being booked. */
    public void use(String reference) {
        Invariant.check(used.add(reference), "a bank reference was booked twice");
    }

    /** Writes or reads all references, in the order in which they came. */
    public void exchange(Snapshot snapshot) {
        List<Reference> references = new ArrayList<>();
        used.forEach(text -> references.add(new Reference(text)));
        snapshot.parts(references, () -> new Reference(""));
        if (snapshot.isReading()) {
            used.clear();
            references.forEach(reference -> use(reference.text));
        }
    }

    private static final class Reference implements Snapshot.Part {
        private String text;

        private Reference(String text) {
            this.text = text;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            text = snapshot.text(text);
        }
    }
}
