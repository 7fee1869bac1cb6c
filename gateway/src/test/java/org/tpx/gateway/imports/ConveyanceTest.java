package org.tpx.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a recordation mean. */
class ConveyanceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "ASSIGNMENT OF ASSIGNORS INTEREST (SEE DOCUMENT FOR DETAILS).; TITLE; false; ''",
                "MERGER (SEE DOCUMENT FOR DETAILS).; TITLE; false; ''",
                "CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).; TITLE; false; ''",
                "NUNC PRO TUNC ASSIGNMENT (SEE DOCUMENT FOR DETAILS).; TITLE; false; ''",
                "SECURITY INTEREST (SEE DOCUMENT FOR DETAILS).; LIEN; false; ''",
                "INTELLECTUAL PROPERTY SECURITY AGREEMENT; LIEN; false; ''",
                "RELEASE BY SECURED PARTY (SEE DOCUMENT FOR DETAILS).; RELEASE; false; ''",
                "RELEASE OF SECURITY INTEREST AT REEL/FRAME NO. 49107/0392; RELEASE; false; 049107/0392",
                "TERMINATION AND RELEASE OF PATENT SECURITY AGREEMENT RECORDED AT REEL 048818/FRAME 0520; RELEASE; false; 048818/0520",
                "RELEASE OF SECURITY INTEREST RECORDED AT REEL/FRAME 012345/0001 AND 023456/0789; RELEASE; false; 012345/0001 023456/0789",
                "ASSIGNMENT OF PATENT SECURITY INTEREST RECORDED AT REEL/FRAME 048811/0679; LIEN_TRANSFER; false; 048811/0679",
                "CORRECTIVE ASSIGNMENT TO CORRECT THE CONVEYING PARTY DATA PREVIOUSLY RECORDED ON REEL 066284 FRAME 0247. ASSIGNOR(S) HEREBY CONFIRMS THE ASSIGNMENT.; TITLE; true; 066284/0247",
                "CORRECTIVE ASSIGNMENT TO CORRECT THE NAME PREVIOUSLY RECORDED AT REEL: 12345 FRAME: 67. ASSIGNOR(S) HEREBY CONFIRMS; TITLE; true; 012345/0067",
                "LICENSE (SEE DOCUMENT FOR DETAILS).; LICENCE; false; ''",
                "OTHER; UNKNOWN; false; ''",
            })
    void shouldReadTheWords(String words, Conveyance.Kind kind, boolean corrective, String named) {
        Conveyance conveyance = Conveyance.read(words);
        assertThat(conveyance.kind()).isEqualTo(kind);
        assertThat(conveyance.corrective()).isEqualTo(corrective);
        assertThat(String.join(" ", conveyance.named())).isEqualTo(named);
    }
}
