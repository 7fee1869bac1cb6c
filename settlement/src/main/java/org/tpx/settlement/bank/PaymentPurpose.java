package org.tpx.settlement.bank;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.MoneyPurpose;

/**
 * What a payer writes so that its money is recognised: {@code TPX/DEPOSIT/LISTING/PARTY}, {@code TPX/PRICE/LISTING/PARTY} or {@code
 * TPX/TRADING/PARTY}, anywhere in the remittance information or as the end-to-end id.
 *
 * @param purpose what it is for
 * @param listing the listing's code, or empty
 * @param party the party's code
 */
record PaymentPurpose(MoneyPurpose purpose, String listing, String party) {
    private static final Pattern FORM = Pattern.compile(
            "\\bTPX/(?:(DEPOSIT|PRICE)/([^/\\s]{1,40})/([^/\\s]{1,40})|TRADING/([^/\\s]{1,40}))(?=$|[\\s,;])");

    /** What an entry says it is for, or null where it says nothing or more than one thing. */
    static @Nullable PaymentPurpose of(BankEntry entry) {
        Set<PaymentPurpose> found = new LinkedHashSet<>();
        entry.remittance().forEach(text -> find(text, found));
        find(entry.endToEndId(), found);
        return found.size() == 1 ? List.copyOf(found).get(0) : null;
    }

    private static void find(String text, Set<PaymentPurpose> found) {
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            found.add(
                    matcher.group(4) != null
                            ? new PaymentPurpose(MoneyPurpose.TRADING, "", matcher.group(4))
                            : new PaymentPurpose(
                                    MoneyPurpose.valueOf(matcher.group(1)), matcher.group(2), matcher.group(3)));
        }
    }
}
