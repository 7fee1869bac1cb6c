package org.tpx.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The digests that example E3 prints. */
class CommitmentTest {

    @Test
    void shouldBeTheDigestThatTheExamplePrintsOfABid() {
        Hash256 commitment = Commitment.ofBid("9f2c", "B1", "LST-2025-0003", 231_000_000);
        assertThat(commitment).hasToString("25306ee2bdd8a59364ebca1afa47b09de6740c59beab78b9376585e0797f6f00");
        assertThat(commitment).isEqualTo(Commitment.of("nonce=9f2c|bidder=B1|listing=LST-2025-0003|fen=231000000"));
        assertThat(commitment).isNotEqualTo(Commitment.ofBid("9f2c", "B1", "LST-2025-0003", 231_000_001));
    }

    @Test
    void shouldBeTheDigestThatTheExamplePrintsOfASeed() {
        assertThat(Commitment.of("E3-seed-20250722"))
                .hasToString("aa0a7866bc58ada8a56496fc2b5c8bf9876f4300a1121baa871e23e4adfc5c1a");
    }

    @Test
    void shouldTakeTextAsUtf8() {
        assertThat(Commitment.of("种子")).hasToString("5e20fc223736c86a5b3a81f4587e61ae8a55a6553b091db2b3eefc132e8c7d3c");
    }

    @Test
    void shouldAskForANonceOf128BitsInLowerCaseHexadecimalDigits() {
        String digits = "0123456789abcdef0123456789abcdef";
        assertThat(Commitment.isNonce(digits)).isTrue();
        assertThat(Commitment.isNonce(digits + "0")).isTrue();
        assertThat(Commitment.isNonce(digits.substring(1))).isFalse();
        assertThat(Commitment.isNonce(digits.replace('a', 'A'))).isFalse();
        assertThat(Commitment.isNonce(digits.replace('a', 'g'))).isFalse();
        assertThat(Commitment.isNonce(digits.replace('9', ':'))).isFalse();
        assertThat(Commitment.isNonce(digits + "|")).isFalse();
        assertThat(Commitment.isNonce("")).isFalse();
    }
}
