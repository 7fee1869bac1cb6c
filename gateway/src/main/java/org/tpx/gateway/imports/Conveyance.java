package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recordation does, read from the words of the record.
 *
 * @param kind what it does
 * @param corrective whether it corrects another one
 * @param named the other recordations that it names, as 018247/0405
 */
record Conveyance(Kind kind, boolean corrective, List<String> named) {

    // "AT REEL/FRAME 048811/0679", "REEL 066284 FRAME 0247", "REEL/FRAME NO. 49107/0392", "REEL: 012345 FRAME: 0001"
    private static final Pattern REEL_FRAME = Pattern.compile(
            "REEL[^0-9]{0,20}([0-9]{1,6})(?:[ :/,.-]*(?:AND )?(?:FRAME)?[ :/.#NO-]*)([0-9]{1,4})(?![0-9])");
    private static final Pattern FURTHER = Pattern.compile("([0-9]{4,6})/([0-9]{1,4})(?![0-9/])");

    /** What recordations do. */
    enum Kind {
        /** Gives the right to somebody else: assignment, merger, change of name. */
        TITLE,
        /** Burdens it in favour of a lender. */
        LIEN,
        /** Ends such a burden. */
        RELEASE,
        /** Gives such a burden to another lender. */
        LIEN_TRANSFER,
        /** Licenses it. */
        LICENCE,
        /** Nothing that is understood here. */
        UNKNOWN
    }

    /** Reads the words. A release of a security interest is a release, an assignment of one passes it, whatever else they say. */
    static Conveyance read(String words) {
        String text = words.toUpperCase(Locale.ROOT);
        return new Conveyance(kind(text), text.contains("CORRECT"), named(text));
    }

    private static Kind kind(String text) {
        boolean lien = any(text, "SECURITY", "LIEN", "MORTGAGE", "COLLATERAL", "PLEDGE");
        if (any(text, "RELEASE", "TERMINATION", "DISCHARGE", "SATISFACTION", "REASSIGNMENT OF SECURITY")) {
            return Kind.RELEASE;
        }
        if (lien && any(text, "ASSIGNMENT OF", "ASSIGNMENT AND ASSUMPTION", "TRANSFER OF", "SUCCESSION", "SUCCESSOR")) {
            return Kind.LIEN_TRANSFER;
        }
        if (lien) {
            return Kind.LIEN;
        }
        if (any(text, "LICENSE", "LICENCE")) {
            return Kind.LICENCE;
        }
        boolean title = any(
                text,
                "ASSIGNMENT",
                "ASSIGNOR",
                "MERGER",
                "CHANGE OF NAME",
                "NAME CHANGE",
                "CONVERSION",
                "CONVEYANCE",
                "TRANSFER",
                "NUNC PRO TUNC",
                "BILL OF SALE",
                "QUITCLAIM",
                "COURT ORDER",
                "DECREE");
        return title ? Kind.TITLE : Kind.UNKNOWN;
    }

    private static boolean any(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> named(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : List.of(REEL_FRAME, FURTHER)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = reelFrame(matcher.group(1), matcher.group(2));
                if (!found.contains(name)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** Reel and frame as one name: six digits, four digits. */
    static String reelFrame(String reel, String frame) {
        return "0".repeat(6 - reel.length()) + reel + "/" + "0".repeat(4 - frame.length()) + frame;
    }
}
