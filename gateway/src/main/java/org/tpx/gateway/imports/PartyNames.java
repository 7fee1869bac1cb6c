package org.tpx.gateway.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind the names of recordations. Two spellings are taken for one party where they are the same after this:
 *
 * <ul>
 *   <li>capital letters, no accents, no full stops, commas, quotes or text in parentheses, {@code &} as AND, one space between words;
 *   <li>what somebody acts as is left out (AS COLLATERAL AGENT), as is a leading THE;
 *   <li>legal forms are written one way (INCORPORATED as INC) and count: an INC is not an LLC;
 *   <li>people are SURNAME, GIVEN without titles; a middle name may be an initial or missing, but not another one;
 *   <li>names of at least twelve letters may differ by one letter, which is no digit: a slip of the pen.
 * </ul>
 *
 * <p>Single-threaded.
 */
final class PartyNames {
    private static final int SLIP_LENGTH = 12;
    private static final int MAX_CODE_LENGTH = 32;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)");
    private static final Pattern CAPACITY = Pattern.compile(
            ",? AS (?:[A-Z ]* )?(?:AGENT|TRUSTEE|REPRESENTATIVE|LENDER|PARTY|ASSIGNEE|ADMINISTRATOR)\\b.*$");
    private static final Pattern PERSON = Pattern.compile("[A-Z' -]+,[A-Z' -]+(?:,[A-Z' -]+)?");
    private static final Set<String> TITLES = Set.of("MR", "MRS", "MS", "DR", "PROF");
    private static final List<Pair> FORMS = List.of(
            new Pair("LIMITED LIABILITY COMPANY", "LLC"),
            new Pair("INCORPORATED", "INC"),
            new Pair("CORPORATION", "CORP"),
            new Pair("COMPANY", "CO"),
            new Pair("LIMITED", "LTD"));
    private static final Set<String> COMPANY_WORDS = Set.of(
            "INC",
            "CORP",
            "CO",
            "LTD",
            "LLC",
            "LLP",
            "LP",
            "NA",
            "AG",
            "GMBH",
            "BV",
            "NV",
            "SA",
            "SE",
            "SARL",
            "SRL",
            "SPA",
            "AB",
            "AS",
            "OY",
            "KG",
            "PLC",
            "PTY",
            "FSB",
            "BANK",
            "TRUST",
            "ASSOCIATION",
            "NATIONAL",
            "HOLDINGS",
            "UNIVERSITY",
            "FUND",
            "GROUP",
            "INSTITUTE",
            "FOUNDATION",
            "PARTNERSHIP");

    /** One party: its number and how it was written. */
    private static final class Party {
        private final long id;
        private final String code;
        private final Set<String> spellings = new LinkedHashSet<>();

        private Party(long id, String code) {
            this.id = id;
            this.code = code;
        }
    }

    private final List<Party> parties = new ArrayList<>();
    private final Map<String, Party> byKey = new LinkedHashMap<>();
    private final Map<String, List<String>> peopleByName = new HashMap<>();
    private final Set<String> codes = new HashSet<>();

    /** The number of the party that a name means, counted from 1 in the order in which names come. */
    long id(String name) {
        String plain = plain(name);
        String key = isPerson(plain) ? person(plain) : company(plain);
        Party party = byKey.get(key);
        if (party == null) {
            party = similar(key);
            if (party == null) {
                party = new Party(parties.size() + 1L, code(key, parties.size() + 1));
                parties.add(party);
            }
            byKey.put(key, party);
        }
        party.spellings.add(name);
        return party.id;
    }

    /** How many parties there are. */
    int size() {
        return parties.size();
    }

    /** The code that the register knows a party by. */
    String code(long id) {
        return parties.get((int) id - 1).code;
    }

    /** The name of a party as it was first written. */
    String name(long id) {
        return parties.get((int) id - 1).spellings.iterator().next();
    }

    /** The spellings of every party that was written in more than one way. */
    List<List<String>> variants() {
        return parties.stream()
                .filter(party -> party.spellings.size() > 1)
                .map(party -> List.copyOf(party.spellings))
                .toList();
    }

    private static String plain(String name) {
        String text =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        text = PARENTHESES.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(" ");
        text = CAPACITY.matcher(text).replaceAll("");
        return text.replace("&", " AND ")
                .replaceAll("[.\"`\u2019]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static boolean isPerson(String plain) {
        return PERSON.matcher(plain).matches()
                && Arrays.stream(plain.split("[ ,]+")).noneMatch(COMPANY_WORDS::contains);
    }

    private static String company(String plain) {
        String text = plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        for (Pair form : FORMS) {
            text = text.replaceAll("\\b" + form.name() + "\\b", form.value());
        }
        text = text.replaceAll("\\b(\\p{L}) (?=\\p{L}\\b)", "$1");
        return text.startsWith("THE ") ? text.substring("THE ".length()) : text;
    }

    /** Surname, first name, and a middle name that fits one that is known of such a person. */
    private String person(String plain) {
        String[] parts = plain.split(",", -1);
        List<String> given = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Arrays.stream(parts[i].strip().split(" "))
                    .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                    .forEach(given::add);
        }
        String first = given.isEmpty() ? "" : given.get(0);
        String middle = String.join(" ", given.subList(Math.min(1, given.size()), given.size()));
        String name = parts[0].strip() + ", " + first;
        List<String> known = peopleByName.computeIfAbsent(name, ignored -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (fit(known.get(i), middle)) {
                return name + "#" + i;
            }
        }
        known.add(middle);
        return name + "#" + (known.size() - 1);
    }

    private static boolean fit(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private @Nullable Party similar(String key) {
        if (key.length() < SLIP_LENGTH || key.indexOf('#') >= 0) {
            return null;
        }
        for (Map.Entry<String, Party> known : byKey.entrySet()) {
            if (known.getKey().length() >= SLIP_LENGTH && isSlip(known.getKey(), key)) {
                return known.getValue();
            }
        }
        return null;
    }

    /** Whether one letter more, less or other makes one text of the other; a digit is no slip. */
    static boolean isSlip(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        boolean letters = (left + right).chars().allMatch(Character::isLetter);
        return left.length() <= 1 && right.length() <= 1 && letters;
    }

    private String code(String key, int number) {
        String code = key.replaceAll("#.*", "").replaceAll("[^A-Z0-9]+", "-").replaceAll("^-|-$", "");
        code = code.substring(0, Math.min(code.length(), MAX_CODE_LENGTH)).replaceAll("-$", "");
        if (code.isEmpty() || !codes.add(code)) {
            String suffix = "-" + number;
            code = code.substring(0, Math.min(code.length(), MAX_CODE_LENGTH - suffix.length())) + suffix;
            code = code.startsWith("-") ? "PARTY" + code : code;
            codes.add(code);
        }
        return code;
    }
}
