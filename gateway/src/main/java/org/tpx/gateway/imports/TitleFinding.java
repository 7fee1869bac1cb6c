package org.tpx.gateway.imports;

import java.util.List;

/**
 * Something that a person should know about recordations.
 *
 * @param kind what sort of thing
 * @param reelFrame the recordation that it is about; empty where it is about none
 * @param sentence what it is
 * @param rights the codes of the rights concerned; empty where none in particular
 */
public record TitleFinding(Kind kind, String reelFrame, String sentence, List<String> rights) {

    /** What sort of thing; the heading of such findings in a report. */
    public enum Kind {
        OUT_OF_ORDER("Out of order"),
        DUPLICATE("Duplicates"),
        NOT_ENTERED("Not entered"),
        GAP("Gaps in the chain of title"),
        CORRECTION("Corrections"),
        LIEN_OPENED("Liens opened"),
        LIEN_PASSED("Liens passed to another holder"),
        LIEN_RELEASED("Liens released"),
        NOTHING_RELEASED("Releases of what is not open"),
        LIEN_OPEN("Liens still open"),
        LICENCE("Licences"),
        ASSUMED_OWNERS("Owners assumed from the first recordation"),
        NAME_VARIANT("Names in several spellings, taken for one party");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** What such findings are, in the plural. */
        public String heading() {
            return heading;
        }
    }
}
