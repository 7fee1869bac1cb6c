package org.tpx.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are one party, and which are two. */
class PartyNamesTest {

    private final PartyNames names = new PartyNames();

    @ParameterizedTest(name = "{0} and {1} are one: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "U.S. WELL SERVICES, LLC; US WELL SERVICES LLC.; true",
                "LOGICBLOX, INC.; LOGICBLOX LLC; false",
                "LOGICBLOX-PREDICTIX ACQUISITIONCO, INC.; LOGICBLOX-PREDICTIX ACQUISTIONCO, INC.; true",
                "BOREALIS AG; BOREALIS A.G.; true",
                "U.S. BANK NATIONAL ASSOCIATION, AS ADMINSTRATIVE AGENT; U.S. BANK NATIONAL ASSOCIATION; true",
                "GOLDMAN SACHS BANK USA; GOLDMAN SACHS LENDING PARTNERS LLC; false",
                "THE ACME COMPANY (A DELAWARE CORPORATION); ACME CO.; true",
                "R\u00d6SSLER GMBH; ROSSLER GmbH; true",
                "USWS FLEET 10, LLC; USWS FLEET 11, LLC; false",
                "SMITH & SONS LIMITED; SMITH AND SONS LTD; true",
                "OEHRING, JARED; OEHRING, JARED, MR; true",
                "HINDERLITER, BRANDON N.; HINDERLITER, BRANDON NEIL; true",
                "HINDERLITER, BRANDON; HINDERLITER, BRANDON NEIL; true",
                "SMITH, JOHN A.; SMITH, JOHN B.; false",
                "SMITH, JOHN; SMITH, JANE; false",
            })
    void shouldTellPartiesApart(String one, String other, boolean same) {
        assertThat(names.id(one) == names.id(other)).isEqualTo(same);
    }

    @Test
    void shouldGiveEveryPartyACodeOfItsOwn() {
        String longName = "A VERY LONG NAME OF A FIRM THAT GOES ON ";
        long first = names.id(longName + "ALPHA INC");
        long second = names.id(longName + "OMEGA LTD");
        long nameless = names.id("\u682a\u5f0f\u4f1a\u793e");
        assertThat(names.code(first)).isEqualTo("A-VERY-LONG-NAME-OF-A-FIRM-THAT");
        assertThat(names.code(second)).isEqualTo("A-VERY-LONG-NAME-OF-A-FIRM-THA-2");
        assertThat(names.code(nameless)).isEqualTo("PARTY-3");
    }

    @Test
    void shouldKeepEverySpelling() {
        names.id("BOREALIS AG");
        names.id("SABIC");
        names.id("BOREALIS A.G.");
        assertThat(names.variants()).containsExactly(List.of("BOREALIS AG", "BOREALIS A.G."));
        assertThat(names.size()).isEqualTo(2);
    }
}
