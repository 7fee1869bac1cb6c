package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/** One {@code name=value} of an option. */
record Pair(String name, String value) {

    /** Reads {@code name=value,name=value}; throws {@link MalformedMessageException} naming the option. */
    static List<Pair> parse(String option, String text) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0) {
                throw new MalformedMessageException(
                        option, "must look like name=value,name=value: " + Shown.text(part));
            }
            pairs.add(new Pair(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip()));
        }
        return pairs;
    }
}
