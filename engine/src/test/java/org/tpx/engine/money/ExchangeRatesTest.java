package org.tpx.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.engine.Written;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;

/** What the bank says of a conversion, against the arithmetic of it. */
class ExchangeRatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // original | converted | rate | unit priced | fits
                "USD 100.00 | CNY 712.35 | 71234567800 | USD | true",
                "USD 100.00 | CNY 712.34 | 71234567800 | USD | true",
                "USD 100.00 | CNY 712.36 | 71234567800 | USD | false",
                "USD 100.00 | CNY 712.35 | 71234567800 | XXX | true",
                "USD 100.00 | CNY 712.35 | 71234567800 | EUR | false",
                "USD 100.00 | CNY 712.35 | 0 | USD | false",
                "USD 14.00 | CNY 100.00 | 1400000000 | CNY | true",
                "USD 14.00 | CNY 100.01 | 1400000000 | CNY | false",
                "USD 0.01 | CNY 0.07 | 1400000000 | CNY | true",
                "USD 0.01 | CNY 0.08 | 1400000000 | CNY | true",
                "USD 0.01 | CNY 0.09 | 1400000000 | CNY | false",
                "JPY 10000 | CNY 480.00 | 480000000 | JPY | true",
                "JPY 10000 | CNY 4.80 | 480000000 | JPY | false",
                "CNY 100.00 | CNY 100.00 | 10000000000 | CNY | false",
                "NONE | CNY 100.00 | 0 | XXX | true",
                "NONE | CNY 100.00 | 1 | XXX | false",
                "NONE | CNY 100.00 | 0 | USD | false",
                "USD 1000000000000.00 | CNY 1000000000000.00 | 10000000000 | USD | true",
            })
    void shouldTakeAmountsThatFitAndNoOthers(
            String original, String converted, long rateE10, Currency unit, boolean fits) {
        Money paid = original.equals("NONE") ? Money.NONE : Written.money(original);
        ReceiveMoney command = new ReceiveMoney(
                "BANK", MoneyPurpose.PRICE, 1, 1, Written.money(converted), Hash256.ZERO, paid, rateE10, unit);
        assertThat(ExchangeRates.fit(command)).isEqualTo(fits);
    }
}
