package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.wire.SampleCommand.FullCommand.AskForEverything;
import org.tpx.wire.SampleCommand.Line;
import org.tpx.wire.SampleCommand.Terms;

class FieldLimitsTest {
    private static final Hash256 DIGEST = new Hash256(1, 2, 3, 4);
    private static final Line LINE = new Line("l", 1, Money.NONE);

    private final RecordCodec codec = new RecordCodec(Templates.of(SampleCommand.class, SampleEvent.class));
    private String title = "title";
    private long listingId = 1;
    private List<Line> lines = List.of(LINE);
    private int number = 5;
    private Money price = Money.ofMinor(1, Currency.CNY);
    private long endNanos = 0;
    private String code = "R 1";
    private Hash256 digest = DIGEST;
    private String remark = "";

    @Test
    void shouldLetInWhatLiesWithinTheLimits() {
        passes();
        title = "0123456789";
        lines = Collections.nCopies(3, new Line("12345678", 100, Money.ofMinor(Money.MAX_MINOR, Currency.JPY)));
        number = -5;
        price = Money.ofMinor(Money.MAX_MINOR, Currency.CNY);
        endNanos = Long.MAX_VALUE;
        code = "~".repeat(32);
        remark = "专ab";
        passes();
        lines = List.of();
        passes();
    }

    @Test
    void shouldLeaveAnUnknownIdentityToTheEngine() {
        listingId = 0;
        passes();
    }

    @Test
    void shouldNameANumberOutOfRange() {
        number = 6;
        refuses("number", "must be at most 5");
        number = -6;
        refuses("number", "must be at least -5");
        number = 5;
        listingId = -1;
        refuses("listing", "must be at least 0");
        listingId = 1;
        endNanos = -1;
        refuses("end", "must be at least 0");
    }

    @Test
    void shouldNameAnAmountOutOfRange() {
        price = Money.ofMinor(0, Currency.CNY);
        refuses("price", "must be at least 1 minor units");
        price = Money.ofMinor(-1, Currency.CNY);
        refuses("price", "must be at least 1 minor units");
        price = Money.ofMinor(Money.MAX_MINOR + 1, Currency.CNY);
        refuses("price", "must be at most 100000000000000 minor units");
        price = new Money(5, Currency.XXX);
        refuses("price", "has an amount without a currency");
        price = Money.NONE;
        refuses("price", "is missing");
    }

    @Test
    void shouldNameATextThatIsMissingTooLongOrForeign() {
        title = "";
        refuses("title", "is missing");
        title = "专利专利";
        refuses("title", "must have at most 10 bytes");
        title = "\uD83D";
        refuses("title", "has half of a surrogate pair");
        title = "ok";
        code = "专利";
        refuses("code", "must be printable ASCII without space around it");
        code = " R";
        refuses("code", "must be printable ASCII without space around it");
        code = "R\n1";
        refuses("code", "must be printable ASCII without space around it");
        code = "r".repeat(33);
        refuses("code", "must have at most 32 bytes");
    }

    @Test
    void shouldNameAMissingDigest() {
        digest = Hash256.ZERO;
        refuses("digest", "is missing");
    }

    @Test
    void shouldNameTheEntryOfAList() {
        lines = Collections.nCopies(4, LINE);
        refuses("lines", "must have at most 3 entries");
        lines = List.of(LINE, new Line("l", 101, Money.NONE));
        refuses("lines[1].count", "must be at most 100");
        lines = List.of(new Line("", 1, Money.NONE));
        refuses("lines[0].label", "is missing");
    }

    private AskForEverything message() {
        Terms terms = new Terms(price, false, Currency.XXX, endNanos, code, digest);
        return new AskForEverything(title, listingId, lines, number, terms, remark, List.of());
    }

    private void passes() {
        assertThatCode(() -> codec.check(message())).doesNotThrowAnyException();
    }

    private void refuses(String field, String reason) {
        assertThatThrownBy(() -> codec.check(message()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(field + ": " + reason);
    }
}
