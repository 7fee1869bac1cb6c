package org.tpx.gateway.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tpx.gateway.json.JsonReader;
import org.tpx.gateway.json.JsonValue;
import org.tpx.protocol.Currency;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.Money;
import org.tpx.wire.MalformedMessageException;

/** Reads tables of increments: a JSON object whose {@code bands} are arrays of a first price, a last price or null, and a step. */
public final class IncrementTable {
    private static final String BANDS = "bands";
    private static final int COLUMNS = 3;
    private static final int MAX_ROWS = 20;

    private IncrementTable() {}

    /** The rows of a file in rising order. Throws {@link MalformedMessageException} naming the member that is not so. */
    public static List<IncrementStep> read(Path path, Currency currency) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        JsonValue.Members file = new JsonReader().readObject(bytes, 0, bytes.length);
        if (!(file.members().get(BANDS) instanceof JsonValue.Items bands)) {
            throw new MalformedMessageException(BANDS, "must be an array of [from, to, step]");
        }
        List<IncrementStep> steps = new ArrayList<>();
        for (JsonValue band : bands.items()) {
            String place = BANDS + "[" + steps.size() + "]";
            IncrementStep step = step(band, currency, place);
            boolean rises = steps.isEmpty()
                    || step.from().isGreaterThan(steps.get(steps.size() - 1).from());
            require(rises, place, "must begin above the band before");
            require(steps.size() < MAX_ROWS, place, "is one too many; a table has at most " + MAX_ROWS);
            steps.add(step);
        }
        require(!steps.isEmpty(), BANDS, "has none");
        return steps;
    }

    private static IncrementStep step(JsonValue band, Currency currency, String place) {
        boolean whole = band instanceof JsonValue.Items items && items.items().size() == COLUMNS;
        require(whole, place, "must be [from, to, step]");
        List<JsonValue> values = ((JsonValue.Items) band).items();
        Money step = money(values.get(2), currency, place);
        require(step.minor() > 0, place, "must have a step above 0");
        return new IncrementStep(money(values.get(0), currency, place), step);
    }

    private static Money money(JsonValue value, Currency currency, String place) {
        String text = "";
        if (value instanceof JsonValue.Text string) {
            text = string.text();
        } else if (value instanceof JsonValue.Digits number) {
            text = number.digits();
        }
        BigDecimal minor = Decimals.parse(text, place).movePointRight(currency.minorDigits());
        boolean fits =
                minor.stripTrailingZeros().scale() <= 0 && minor.compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) <= 0;
        require(fits, place, "holds no amount in " + currency);
        return Money.ofMinor(minor.longValueExact(), currency);
    }

    private static void require(boolean holds, String place, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(place, complaint);
        }
    }
}
