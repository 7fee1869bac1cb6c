package org.tpx.settlement.bank;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Tells an IBAN from any other account number: by its form and its check digits (ISO 13616). */
final class Iban {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    static boolean isOne(String account) {
        if (!FORM.matcher(account).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
