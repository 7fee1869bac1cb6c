package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SaleCommand.SetSecretReserve;

/** Where commands hold what is confidential. */
class ConfidentialFieldsTest {

    private static final int OFFSET = 24;
    private static final SetSecretReserve RESERVE = new SetSecretReserve(
            7, Money.ofMinor(650_000_000, Currency.CNY), new Hash256(1, 2, 3, 4), new Hash256(5, 6, 7, 8));

    private final RecordCodec codec = new RecordCodec();
    private final ConfidentialFields fields = ConfidentialFields.of(codec.templates());
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void shouldKnowThemByTheNumberOfTheCommand() {
        assertThat(fields.isIn(template(SetProxyMaximum.class))).isTrue();
        assertThat(fields.isIn(template(SetSecretReserve.class))).isTrue();
        assertThat(fields.isIn(template(PlaceBid.class))).isFalse();
        assertThat(fields.isIn(0)).isFalse();
        assertThat(fields.isIn(1094)).isFalse();
    }

    @Test
    void shouldTakeThemOutAndPutThemBackAndLeaveAllElse() {
        int length = codec.encode(RESERVE, buffer, OFFSET);
        byte[] gathered = new byte[fields.maxLength()];
        assertThat(fields.gather(buffer, OFFSET, gathered)).isEqualTo(9 + 32);
        assertThat(fields.listingId(buffer, OFFSET)).isEqualTo(7);
        fields.blank(buffer, OFFSET);
        assertThat(codec.decodeCommand(buffer, OFFSET, length))
                .isEqualTo(new SetSecretReserve(7, Money.NONE, Hash256.ZERO, RESERVE.commitment()));
        fields.scatter(gathered, buffer, OFFSET);
        assertThat(codec.decodeCommand(buffer, OFFSET, length)).isEqualTo(RESERVE);
    }

    private int template(Class<? extends Record> type) {
        return codec.templates().of(type).templateId();
    }
}
