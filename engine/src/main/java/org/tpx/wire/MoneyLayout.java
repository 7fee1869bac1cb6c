package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/**
 * An amount on the wire. Allocates nothing but the {@link Money} of {@link #read}.
 *
 * <pre>
 *    0   i64 minor       minor units
 *    8   u8  currency    by ordinal
 * </pre>
 */
final class MoneyLayout {
    static final int CURRENCY_OFFSET = Long.BYTES;
    static final int LENGTH = CURRENCY_OFFSET + Byte.BYTES;

    private static final EnumShape CURRENCIES = EnumShape.of(Currency.class);

    private MoneyLayout() {}

    static void write(MutableDirectBuffer buffer, int offset, long minor, Currency currency) {
        buffer.putLong(offset, minor, LITTLE_ENDIAN);
        buffer.putByte(offset + CURRENCY_OFFSET, (byte) CURRENCIES.code(currency));
    }

    static long minor(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset, LITTLE_ENDIAN);
    }

    /** Throws {@link MalformedMessageException} for a code that no currency has. */
    static Currency currency(DirectBuffer buffer, int offset, String field) {
        int code = buffer.getByte(offset + CURRENCY_OFFSET) & 0xFF;
        if (CURRENCIES.ofCode(code) instanceof Currency currency) {
            return currency;
        }
        throw new MalformedMessageException(field, "has the unknown currency code " + code);
    }

    static Money read(DirectBuffer buffer, int offset, String field) {
        Money money = Money.ofMinor(minor(buffer, offset), currency(buffer, offset, field));
        requireCurrency(money, field);
        return money.isNone() ? Money.NONE : money;
    }

    /** Throws {@link MalformedMessageException} for an amount other than nothing that has no currency. */
    static void requireCurrency(Money money, String field) {
        if (money.isNone() && !money.isZero()) {
            throw new MalformedMessageException(field, "has an amount without a currency");
        }
    }
}
