package org.tpx.gateway.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.protocol.UnitCommand;
import org.tpx.wire.MalformedMessageException;

/** What is not one of our commands stops at the edge and is named by its field. */
class BadInputTest {
    private final CommandReader reader = CommandReader.timed(RandomMessages.directory());

    private static final String BID =
            "{'at':'2025-06-25T09:30:00+08:00','principal':'CLERK-1','clientId':5,'type':'PlaceBid',"
                    + "'listing':'L-1','party':'Buyer 1','amount':'CNY 6000000.00'}";

    private static final String RIGHT =
            "{'at':'2025-06-25T09:30:00+08:00','principal':'CLERK-1','clientId':5,'type':'RegisterRight','code':'US-1',"
                    + "'rightType':'PATENT_INVENTION','registration':'US 1','title':'T','owners':[{'party':'Buyer 1','shareBps':10000}]}";

    private static final String ORDER =
            "{'at':'2025-06-25T09:30:00+08:00','principal':'CLERK-1','clientId':5,'type':'EnterOrder','series':'U-1',"
                    + "'party':'Buyer 1','side':'BUY','kind':'LIMIT','timeInForce':'DAY','price':'CNY 12.35','units':10,"
                    + "'selfTrade':'CANCEL_NEWEST'}";

    private static final String CANCEL =
            "{'at':'2025-06-25T09:30:00+08:00','principal':'CLERK-1','clientId':5,'type':'CancelOrder','series':'U-1',"
                    + "'orderNumber':4}";

    static Stream<Arguments> changes() {
        return Stream.of(
                // The line as a whole.
                bad(BID, "{'at'", "'at'", "line", "must be an object, not a string"),
                bad(BID, "00'}", "00'", "amount", "is not JSON"),
                bad(BID, "00'}", "00'} x", "line", "is not JSON at column 149"),
                bad(BID, "00'}", "00'} {}", "line", "goes on after its object at column"),
                bad(BID, BID, "[]", "line", "must be an object, not an array"),
                bad(BID, BID, "17", "line", "must be an object, not a number"),
                bad(BID, BID, "null", "line", "must be an object, not null"),
                bad(BID, "'clientId':5", "'clientId':5,'clientId':6", "clientId", "appears twice"),
                bad(BID, "'clientId':5", "'clientId':5,", "clientId", "is not JSON"),
                bad(BID, "'clientId':5", "/* 5 */'clientId':5", "principal", "is not JSON"),
                bad(BID, "{'at'", "\uFEFF{'at'", "line", "starts with a byte order mark"),
                // The envelope.
                bad(BID, "'at':'2025-06-25T09:30:00+08:00',", "", "at", "is missing"),
                bad(BID, "'principal':'CLERK-1',", "", "principal", "is missing"),
                bad(BID, "'clientId':5,", "", "clientId", "is missing"),
                bad(BID, "'type':'PlaceBid',", "", "type", "is missing"),
                bad(BID, "PlaceBid", "BidPlaced", "type", "names no command: \"BidPlaced\""),
                bad(BID, "PlaceBid", "Bid\\u001b[31m", "type", "names no command: \"Bid\\u001b[31m\""),
                bad(BID, "'PlaceBid'", "7", "type", "must be a string, not a number"),
                bad(BID, "CLERK-1", "NODE", "principal", "may be NODE in OpenExchange only"),
                bad(BID, "CLERK-1", "", "principal", "must not be empty"),
                bad(BID, "'clientId':5", "'clientId':0", "clientId", "must be at least 1"),
                bad(BID, "'clientId':5", "'clientId':-1", "clientId", "must be at least 1"),
                bad(BID, "'clientId':5", "'clientId':5.0", "clientId", "must be a whole number, not 5.0"),
                bad(BID, "'clientId':5", "'clientId':'5'", "clientId", "must be a number, not a string"),
                bad(
                        BID,
                        "'clientId':5",
                        "'clientId':9223372036854775808",
                        "clientId",
                        "must be at most 9223372036854775807"),
                bad(ORDER, "'clientId':5", "'clientId':17592186044416", "clientId", "must be at most 17592186044415"),
                bad(CANCEL, "'clientId':5", "'clientId':17592186044416", "clientId", "must be at most 17592186044415"),
                bad(ORDER, "'clientId':5", "'clientId':0", "clientId", "must be at least 1"),
                bad(BID, "'clientId':5", "'sequence':1,'clientId':5", "sequence", "is no field of PlaceBid"),
                // Numbers.
                bad(RIGHT, "10000", "10001", "owners[0].shareBps", "must be at most 10000"),
                bad(RIGHT, "10000", "0", "owners[0].shareBps", "must be at least 1"),
                bad(RIGHT, "10000", "-1", "owners[0].shareBps", "must be at least 1"),
                bad(RIGHT, "10000", "1e999", "owners[0].shareBps", "must be a whole number, not 1e999"),
                bad(RIGHT, "10000", "123456789012345678901234567890", "owners[0].shareBps", "must be at most 10000"),
                bad(RIGHT, "10000", "-123456789012345678901234567890", "owners[0].shareBps", "must be at least 1"),
                bad(RIGHT, "10000", "0.5", "owners[0].shareBps", "must be a whole number, not 0.5"),
                bad(RIGHT, "10000", "NaN", "owners[0].shareBps", "is not JSON"),
                bad(RIGHT, "10000", "Infinity", "owners[0].shareBps", "is not JSON"),
                bad(RIGHT, "10000", "-Infinity", "owners[0].shareBps", "is not JSON"),
                bad(RIGHT, "10000", "007", "owners[0].shareBps", "is not JSON"),
                bad(RIGHT, "10000", "0x10", "owners[0].shareBps", "is not JSON"),
                bad(RIGHT, "10000", "null", "owners[0].shareBps", "must be a number, not null"),
                bad(RIGHT, "10000", "true", "owners[0].shareBps", "must be a number, not true"),
                bad(ORDER, "'units':10", "'units':0", "units", "must be at least 1"),
                bad(ORDER, "'units':10", "'units':549755813888", "units", "must be at most 549755813887"),
                bad(CANCEL, "'orderNumber':4", "'orderNumber':0", "orderNumber", "must be at least 1"),
                bad(CANCEL, ",'orderNumber':4", "", "orderNumber", "is missing"),
                // Lists.
                bad(RIGHT, "{'party':'Buyer 1','shareBps':10000}", "7", "owners[0]", "must be an object, not a number"),
                bad(RIGHT, "[{'party':'Buyer 1','shareBps':10000}]", "{}", "owners", "must be an array, not an object"),
                bad(RIGHT, "'shareBps'", "'share'", "owners[0].share", "is no field of Owner"),
                bad(RIGHT, ",'shareBps':10000", "", "owners[0].shareBps", "is missing"),
                bad(
                        RIGHT,
                        "'owners':[",
                        "'owners':[" + "{'party':'Buyer 1','shareBps':1},".repeat(50),
                        "owners",
                        "must have at most 50 entries"),
                // Texts and codes.
                bad(RIGHT, "'title':'T'", "'title':''", "title", "is missing"),
                bad(RIGHT, "'title':'T'", "'title':'" + "利".repeat(101) + "'", "title", "must have at most 300 bytes"),
                bad(RIGHT, "'title':'T'", "'title':'\\ud800'", "title", "has half of a surrogate pair"),
                bad(RIGHT, "'title':'T'", "'title':['T']", "title", "must be a string, not an array"),
                bad(RIGHT, "'code':'US-1'", "'code':'US\\u0007'", "code", "must be printable ASCII"),
                bad(RIGHT, "'code':'US-1'", "'code':'专利'", "code", "must be printable ASCII"),
                bad(RIGHT, "'code':'US-1'", "'code':' US'", "code", "must be printable ASCII without space around it"),
                bad(RIGHT, "'code':'US-1'", "'code':'" + "U".repeat(41) + "'", "code", "must have at most 40 bytes"),
                bad(
                        RIGHT,
                        "'party':'Buyer 1'",
                        "'party':'" + "B".repeat(41) + "'",
                        "owners[0].party",
                        "must have at most 40 bytes"),
                bad(RIGHT, "'party':'Buyer 1'", "'party':'B\\n'", "owners[0].party", "must be printable ASCII"),
                bad(RIGHT, "'party':'Buyer 1'", "'party':4", "owners[0].party", "must be a string, not a number"),
                bad(RIGHT, "PATENT_INVENTION", "PERPETUUM_MOBILE", "rightType", "must be one of PATENT_INVENTION"),
                bad(RIGHT, "PATENT_INVENTION", "patent_invention", "rightType", "must be one of"),
                bad(RIGHT, "'PATENT_INVENTION'", "1", "rightType", "must be a string, not a number"),
                bad(RIGHT, "'title'", "'titel'", "titel", "is no field of RegisterRight"),
                bad(RIGHT, "'registration':'US 1',", "", "registration", "is missing"),
                // Money.
                bad(BID, "CNY 6000000.00", "CNY 6000000.001", "amount", "has too many decimals: CNY has 2, not 3"),
                bad(BID, "CNY 6000000.00", "JPY 6000000.0", "amount", "has too many decimals: JPY has 0, not 1"),
                bad(BID, "CNY 6000000.00", "BTC 6", "amount", "names an unknown currency: BTC"),
                bad(BID, "CNY 6000000.00", "XXX 6", "amount", "names an unknown currency: XXX"),
                bad(BID, "CNY 6000000.00", "6000000.00", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY 6,000,000.00", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY 1e9", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY NaN", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY 07", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY  7", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY \u0667", "amount", "is not an amount such as"),
                bad(BID, "CNY 6000000.00", "CNY 123456789012345678901234567890", "amount", "is too large"),
                bad(
                        BID,
                        "CNY 6000000.00",
                        "CNY 1000000000000.01",
                        "amount",
                        "must be at most 100000000000000 minor units"),
                bad(BID, "CNY 6000000.00", "CNY 0.00", "amount", "must be at least 1 minor units"),
                bad(BID, "CNY 6000000.00", "CNY -1.00", "amount", "must be at least 1 minor units"),
                bad(BID, "'CNY 6000000.00'", "6000000.00", "amount", "must be a string, not a number"),
                bad(BID, ",'amount':'CNY 6000000.00'", "", "amount", "is missing"),
                // Times.
                bad(BID, "09:30:00+08:00", "09:30:00", "at", "is not a time such as"),
                bad(BID, "09:30:00+08:00", "09:30:00.1234567890Z", "at", "is not a time such as"),
                bad(BID, "09:30:00+08:00", "09:30:00.Z", "at", "is not a time such as"),
                bad(BID, "09:30:00+08:00", "09:30+08:00", "at", "is not a time such as"),
                bad(BID, "T09:30:00", " 09:30:00", "at", "is not a time such as"),
                bad(BID, "09:30:00+08:00", "09:30:00+0800", "at", "is not a time such as"),
                bad(BID, "09:30:00+08:00", "09:30:00+19:00", "at", "names no such time"),
                bad(BID, "09:30:00+08:00", "24:00:00+08:00", "at", "names no such time"),
                bad(BID, "2025-06-25", "2025-02-29", "at", "names no such time"),
                bad(BID, "2025-06-25", "1969-12-31", "at", "lies outside of 1970 to 2262"),
                bad(BID, "2025-06-25", "2263-01-01", "at", "lies outside of 1970 to 2262"),
                bad(BID, "'2025-06-25T09:30:00+08:00'", "1750815000", "at", "must be a string, not a number"));
    }

    @ParameterizedTest(name = "{3}: {4}")
    @MethodSource("changes")
    void shouldNameTheFieldAndTheReason(String line, String from, String to, String field, String reason) {
        assertThat(line).as("what is changed").contains(from);
        assertMalformed(line.replace(from, to), field, reason);
    }

    @Test
    void shouldReadTheLinesThatTheseChangesStartFrom() {
        assertThat(read(BID).clientId()).isEqualTo(5);
        assertThat(read(RIGHT).clientId()).isEqualTo(5);
        assertThat(read(ORDER).clientId()).isEqualTo(5);
        assertThat(read(CANCEL).clientId()).isEqualTo(5);
    }

    @Test
    void shouldLetInTheLargestNumberOfAnOrderAndLargerReferencesOfOtherCommands() {
        assertThat(read(ORDER.replace("'clientId':5", "'clientId':17592186044415"))
                        .clientId())
                .isEqualTo(UnitCommand.MAX_ORDER_NUMBER);
        assertThat(read(BID.replace("'clientId':5", "'clientId':17592186044416"))
                        .clientId())
                .isEqualTo(UnitCommand.MAX_ORDER_NUMBER + 1);
    }

    @Test
    void shouldRefuseAHashThatIsNone() {
        String sign =
                "{'at':'2025-06-25T09:30:00Z','principal':'CLERK-1','clientId':5,'type':'SignContract','listing':'L-1','contract':'H'}";
        assertMalformed(sign.replace("H", "0".repeat(63)), "contract", "must be 64 hexadecimal digits");
        assertMalformed(sign.replace("H", "0".repeat(65)), "contract", "must be 64 hexadecimal digits");
        assertMalformed(sign.replace("H", "g".repeat(64)), "contract", "must be 64 hexadecimal digits");
        assertMalformed(sign.replace("H", "0".repeat(64)), "contract", "is missing");
        assertThat(read(sign.replace("H", "aB".repeat(32))).clientId()).isEqualTo(5);
    }

    @Test
    void shouldRefuseANumberedNameWithoutItsNumber() {
        String confirm =
                "{'at':'2025-06-25T09:30:00Z','principal':'CLERK-1','clientId':5,'type':'ConfirmPayment','payment':'PAY','bankReference':'B'}";
        for (String wrong :
                new String[] {"PAY-", "PAY-x", "PAY-0", "PAY-07", "PAY--1", "POST-1", "17", "PAY-1234567890123456789"
                }) {
            assertMalformed(confirm.replace("'PAY'", "'" + wrong + "'"), "payment", "must look like PAY-17");
        }
        assertThat(read(confirm.replace("'PAY'", "'PAY-17'")).command()).hasFieldOrPropertyWithValue("paymentId", 17L);
    }

    @Test
    void shouldRefuseBytesThatAreNotUtf8() {
        byte[] latin = BID.replace('\'', '"').replace("Buyer 1", "Käufer").getBytes(ISO_8859_1);
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> reader.read(latin, 0, latin.length))
                .withMessage("line: is not UTF-8");
    }

    @Test
    void shouldRefuseATimeWhereTheNodeStampsIt() {
        byte[] bytes = BID.replace('\'', '"').getBytes(UTF_8);
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(
                        () -> CommandReader.untimed(RandomMessages.directory()).read(bytes, 0, bytes.length))
                .withMessage("at: is no field of PlaceBid");
    }

    private void assertMalformed(String line, String field, String reason) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> read(line))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.reason()).contains(reason);
                    assertThat(complaint.getMessage()).doesNotContain("\n", "\u001b");
                });
    }

    private CommandLine read(String line) {
        byte[] bytes = line.replace('\'', '"').getBytes(UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }

    private static Arguments bad(String line, String from, String to, String field, String reason) {
        return Arguments.of(line, from, to, field, reason);
    }
}
