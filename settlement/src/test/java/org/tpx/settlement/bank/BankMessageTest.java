package org.tpx.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/** Messages of other people's making: real ones are read, hostile ones refused with a sentence. */
class BankMessageTest {
    private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "iso20022");

    @Test
    void shouldReadTheStatementOfTheSamples() throws IOException {
        BankMessage message = sample("camt.053.001.07.xml");
        assertThat(message.version()).isEqualTo("camt.053.001.07");
        assertThat(message.messageId()).isEqualTo("SDFSDF");
        BankStatement statement = message.statements().get(0);
        assertThat(statement.account()).isEqualTo("2345234534");
        assertThat(statement.balances())
                .containsExactly(
                        new BankStatement.Balance("OPAV", usd(23_423_400), "2018-04-10"),
                        new BankStatement.Balance("ITBD", usd(23_429_900), "2018-04-19"));
        assertThat(statement.entries()).isEmpty();
    }

    @Test
    void shouldReadTheCreditTransfersOfTheSamples() throws IOException {
        BankEntry customer = sample("pacs.008.001.07.xml").transfers().get(0);
        assertThat(customer.endToEndId()).isEqualTo("223423423");
        assertThat(customer.bankReference()).isEqualTo("123452342");
        assertThat(customer.amount()).isEqualTo(usd(500_000));
        BankEntry institution = sample("pacs.009.001.07.xml").transfers().get(0);
        assertThat(institution.endToEndId()).isEqualTo("ASDFASDF2342");
        assertThat(institution.amount()).isEqualTo(usd(2_242_300));
    }

    @Test
    void shouldReadAStatusWhoseReasonQuotesAnotherMessage() throws IOException {
        BankMessage message = sample("pacs.002-CDATA.xml");
        assertThat(message.version()).isEqualTo("pacs.002.001.03");
        BankStatus status = message.statuses().get(0);
        assertThat(status.isRejected()).isTrue();
        assertThat(status.messageId()).isEqualTo("UNKNOWN");
        assertThat(status.reason())
                .startsWith("118 <?xml version=\"1.0\" ?><RequestPayload>")
                .contains("<Doc:MsgId>PA20091531272</Doc:MsgId>")
                .endsWith("</Doc:InstgAg");
    }

    @Test
    void shouldDivideABatchIntoItsMovements() {
        String batch =
                "<Ntry><Amt Ccy=\"CNY\">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><AcctSvcrRef>R</AcctSvcrRef>"
                        + "<NtryDtls><TxDtls><Amt Ccy=\"CNY\">10.00</Amt></TxDtls><TxDtls><Amt Ccy=\"CNY\">20.00</Amt></TxDtls></NtryDtls></Ntry>";
        BankMessage message = read(BankTexts.notification("N-1", batch));
        assertThat(message.statements().get(0).entries())
                .extracting(BankEntry::bankReference, BankEntry::direction)
                .containsExactly(tuple("R/1", MoneyDirection.IN), tuple("R/2", MoneyDirection.IN));
        assertThatThrownBy(() -> read(BankTexts.notification("N-1", batch.replace("20.00", "20.01"))))
                .isInstanceOf(MalformedBankMessageException.class)
                .hasMessageContaining("add up to CNY 30.01");
    }

    static Stream<String> hostile() {
        String sound = BankTexts.notification("N-1", BankTexts.credit("R-1", "1.00", "TPX/TRADING/B1"));
        return Stream.of(
                "",
                "no XML",
                "<Document/>",
                "<Document><Other/></Document>",
                "<!DOCTYPE Document SYSTEM 'http://127.0.0.1:1/evil.dtd'>"
                        + sound.substring(sound.indexOf("<Document")),
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + sound.substring(sound.indexOf("<Document")).replace("R-1", "&x;"),
                "<!DOCTYPE d [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                        + sound.substring(sound.indexOf("<Document")).replace("R-1", "&b;"),
                sound.substring(0, sound.length() - 20),
                sound.replace("1.00", "-1.00"),
                sound.replace("1.00", "1e9"),
                sound.replace("1.00", "1.001"),
                sound.replace("1.00", "1000000000000.01"),
                sound.replace("1.00", "999999999999999999999999"),
                sound.replace(" Ccy=\"CNY\"", ""),
                sound.replace("CRDT", "MAYBE"),
                sound.replace("<MsgId>N-1</MsgId>", ""),
                sound.replace("R-1", "R".repeat(100)),
                sound.replace("camt.054", "pain.002"),
                sound.replace("<Ntfctn>", "<Ntfctn>" + "<a>".repeat(60) + "</a>".repeat(60)),
                sound.replace("R-1", "x".repeat(10_000)),
                "<two>" + sound.substring(sound.indexOf("<Document")) + sound.substring(sound.indexOf("<Document"))
                        + "</two>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void shouldRefuseWhatIsNoSoundMessageWithASentence(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedBankMessageException.class)
                .message()
                .endsWith(".")
                .doesNotContain("root:");
    }

    @Test
    void shouldKeepTheDaysMeaningInEveryVersion() {
        String newer = BankTexts.notification("N-1", BankTexts.credit("R-1", "1.00", "TPX/TRADING/B1"));
        String older = newer.replace("camt.054.001.08", "camt.054.001.02")
                .replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
        String prefixed = newer.replace("<Document xmlns=", "<d:Document xmlns:d=")
                .replace("</Document>", "</d:Document>")
                .replaceAll("<(/?)(?!d:|\\?)(\\w)", "<$1d:$2");
        assertThat(read(older).statements()).isEqualTo(read(newer).statements());
        assertThat(read(prefixed).statements()).isEqualTo(read(newer).statements());
    }

    private static BankMessage read(String text) {
        return BankMessage.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BankMessage sample(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "the samples are not here, so nothing was read: " + file.toAbsolutePath());
        return BankMessage.read(Files.readAllBytes(file));
    }

    private static Money usd(long minor) {
        return Money.ofMinor(minor, Currency.USD);
    }
}
