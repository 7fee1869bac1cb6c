package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tpx.gateway.imports.TitleFinding.Kind;

/** Gathers what is found: the same of several rights of one recordation is one finding. Single-threaded. */
final class TitleFindings {

    private record Key(Kind kind, String reelFrame, String sentence) {}

    private final Map<Key, List<String>> rights = new LinkedHashMap<>();

    /** Something about a recordation, or about none. */
    void add(Kind kind, String reelFrame, String sentence) {
        rights.computeIfAbsent(new Key(kind, reelFrame, sentence), key -> new ArrayList<>());
    }

    /** Something about one of the rights of a recordation. */
    void add(Kind kind, String reelFrame, String sentence, String right) {
        rights.computeIfAbsent(new Key(kind, reelFrame, sentence), key -> new ArrayList<>())
                .add(right);
    }

    /** All findings, in the order in which they were first made. */
    List<TitleFinding> all() {
        return rights.entrySet().stream()
                .map(found -> new TitleFinding(
                        found.getKey().kind(),
                        found.getKey().reelFrame(),
                        found.getKey().sentence(),
                        List.copyOf(found.getValue())))
                .toList();
    }
}
