package org.tpx.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published examples, copied as facts; each file names its sources. */
final class Vectors {

    private Vectors() {}

    static JsonNode read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A price in ticks of a hundredth; market orders have null or "MARKET". */
    static long ticks(JsonNode price, long absent) {
        boolean given = price != null && !price.isNull() && !price.asString("").equals("MARKET");
        return given ? new BigDecimal(price.asString()).movePointRight(2).longValueExact() : absent;
    }
}
