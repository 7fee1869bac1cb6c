package org.tpx.engine.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.member.Cast.B1;
import static org.tpx.engine.member.Cast.BANK;
import static org.tpx.engine.member.Cast.NOBODY;
import static org.tpx.engine.member.Cast.SELLER;
import static org.tpx.protocol.RejectReason.CODE_TAKEN;
import static org.tpx.protocol.RejectReason.CO_OWNER_CONSENT;
import static org.tpx.protocol.RejectReason.NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.NOT_OWNER;
import static org.tpx.protocol.RejectReason.PLEDGEE_CONSENT;
import static org.tpx.protocol.RejectReason.RIGHT_FROZEN;
import static org.tpx.protocol.RejectReason.ROLE_NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.UNKNOWN_PRINCIPAL;
import static org.tpx.protocol.RejectReason.UNKNOWN_SUBJECT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.member.Cast;
import org.tpx.engine.member.Members;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightEvent.ConsentRecorded;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightEvent.TitleRecorded;
import org.tpx.protocol.RightType;

/** The title register: what is entered, what bars a transfer, and every refusal in the order of the reasons. */
class RightsTest {

    private static final long PATENT = 1;
    private static final long UNKNOWN = 44;

    private final Tape tape = new Tape();
    private final Members members = Cast.on(tape).members();
    private final Rights rights = new Rights(members.access(), members.parties());

    @BeforeEach
    void shouldRegisterThePatentOfTheSeller() {
        RegisterRight command = register("R1", new Owner(SELLER, 10_000));
        assertThat(tape.at("2025-06-03T10:00").by(Cast.CLERK).run(command, rights::registerRight))
                .containsExactly(new RightRegistered(
                        PATENT,
                        "R1",
                        RightType.PATENT_INVENTION,
                        "ZL 2015 1 0000001.X",
                        "Battery",
                        List.of(new Owner(SELLER, 10_000))));
    }

    @Test
    void shouldLetTheSoleOwnerOfAFreeRightTransferIt() {
        assertThat(rights.exists(PATENT)).isTrue();
        assertThat(rights.type(PATENT)).isEqualTo(RightType.PATENT_INVENTION);
        assertThat(rights.isOwner(PATENT, SELLER)).isTrue();
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
    }

    @Test
    void shouldNotKnowAnUnknownRight() {
        assertThat(rights.exists(UNKNOWN)).isFalse();
        assertThat(rights.isOwner(UNKNOWN, SELLER)).isFalse();
        assertThat(rights.mayTransfer(UNKNOWN, SELLER)).isEqualTo(UNKNOWN_SUBJECT);
        assertThat(rights.mayTransfer(0, SELLER)).isEqualTo(UNKNOWN_SUBJECT);
        assertThatThrownBy(() -> rights.type(UNKNOWN)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldGiveTheReasonsAgainstATransferInTheirOrder() {
        tape.run(title(new Owner(SELLER, 6_000), new Owner(B1, 4_000)), rights::recordTitle);
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        tape.run(encumber(EncumbranceKind.PRESERVATION, 0, "COURT-1"), rights::recordEncumbrance);
        assertThat(rights.mayTransfer(PATENT, BANK)).isEqualTo(NOT_OWNER);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(CO_OWNER_CONSENT);
        tape.run(consent(B1, ConsentKind.CO_OWNER), rights::recordConsent);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(PLEDGEE_CONSENT);
        tape.run(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(RIGHT_FROZEN);
        tape.run(new ReleaseEncumbrance(PATENT, "COURT-1"), rights::releaseEncumbrance);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
        assertThat(rights.mayTransfer(PATENT, B1)).as("the other way round").isEqualTo(CO_OWNER_CONSENT);
    }

    @Test
    void shouldLetALicenceSurviveTheTransfer() {
        assertThat(tape.run(encumber(EncumbranceKind.LICENCE, B1, "LICENCE-1"), rights::recordEncumbrance))
                .containsExactly(new EncumbranceRecorded(PATENT, EncumbranceKind.LICENCE, B1, "LICENCE-1"));
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
    }

    @Test
    void shouldAskEveryPledgeeAnewForALaterPledge() {
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        tape.run(encumber(EncumbranceKind.PLEDGE, B1, "PLEDGE-2"), rights::recordEncumbrance);
        tape.run(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(PLEDGEE_CONSENT);
        tape.run(new ReleaseEncumbrance(PATENT, "PLEDGE-2"), rights::releaseEncumbrance);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
        assertThat(tape.run(new ReleaseEncumbrance(PATENT, "PLEDGE-1"), rights::releaseEncumbrance))
                .containsExactly(new EncumbranceReleased(PATENT, "PLEDGE-1"));
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-3"), rights::recordEncumbrance);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(PLEDGEE_CONSENT);
    }

    @Test
    void shouldKeepThePledgeesConsentWhileAnotherPledgeOfItIsOpen() {
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-2"), rights::recordEncumbrance);
        tape.run(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent);
        tape.run(new ReleaseEncumbrance(PATENT, "PLEDGE-1"), rights::releaseEncumbrance);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
    }

    @Test
    void shouldRecordNewOwnersWhoseConsentsAreAskedAnew() {
        List<Owner> owners = List.of(new Owner(SELLER, 1), new Owner(B1, 9_999));
        assertThat(tape.run(title(new Owner(SELLER, 1), new Owner(B1, 9_999)), rights::recordTitle))
                .containsExactly(new TitleRecorded(PATENT, "Reel 1", owners));
        assertThat(tape.run(consent(B1, ConsentKind.CO_OWNER), rights::recordConsent))
                .containsExactly(new ConsentRecorded(PATENT, B1, ConsentKind.CO_OWNER));
        assertThat(rights.mayTransfer(PATENT, SELLER)).isNull();
        tape.run(title(new Owner(SELLER, 5_000), new Owner(B1, 5_000)), rights::recordTitle);
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(CO_OWNER_CONSENT);
    }

    @Test
    void shouldPassTheRightToTheTransfereeAlone() {
        tape.run(title(new Owner(SELLER, 6_000), new Owner(BANK, 4_000)), rights::recordTitle);
        tape.run(consent(BANK, ConsentKind.CO_OWNER), rights::recordConsent);
        rights.transferTo(PATENT, List.of(new Owner(B1, 10_000)), "Handover");
        assertThat(rights.mayTransfer(PATENT, B1)).isNull();
        assertThat(rights.mayTransfer(PATENT, SELLER)).isEqualTo(NOT_OWNER);
        assertThat(rights.isOwner(PATENT, BANK)).isFalse();
    }

    @Test
    void shouldRefuseToRegisterARightInTheOrderOfTheReasons() {
        RegisterRight unknown = register("R1", new Owner(NOBODY, 10_000));
        tape.by(Cast.STRANGER).refuses(unknown, rights::registerRight, UNKNOWN_PRINCIPAL, 0);
        tape.by(Cast.AGENT_S).refuses(unknown, rights::registerRight, ROLE_NOT_ALLOWED, 0);
        tape.by(Cast.CLERK).refuses(unknown, rights::registerRight, UNKNOWN_SUBJECT, 0);
        tape.refuses(register("R1"), rights::registerRight, CODE_TAKEN, 0);
        tape.refuses(register("R2"), rights::registerRight, NOT_ALLOWED, 0);
        tape.refuses(register("R2", new Owner(SELLER, 9_999)), rights::registerRight, NOT_ALLOWED, 0);
        assertThat(rights.exists(PATENT + 1)).isFalse();
    }

    @ParameterizedTest(name = "{0} of one, {1} of the other owner, the same: {2}")
    @CsvSource({
        "5000, 5001, false",
        "5000, 4999, false",
        "10000, 0, false",
        "10001, -1, false",
        "5000, 5000, true",
    })
    void shouldTakeOnlySharesOfDifferentOwnersThatMakeTheWhole(int one, int other, boolean same) {
        RecordTitle wrong = title(new Owner(SELLER, one), new Owner(same ? SELLER : B1, other));
        tape.refuses(wrong, rights::recordTitle, NOT_ALLOWED, PATENT);
        assertThat(rights.isOwner(PATENT, B1)).isFalse();
    }

    @Test
    void shouldRefuseAnEntryInTheOrderOfTheReasons() {
        ReleaseEncumbrance release = new ReleaseEncumbrance(UNKNOWN, "PLEDGE-1");
        tape.by(Cast.STRANGER).refuses(release, rights::releaseEncumbrance, UNKNOWN_PRINCIPAL, UNKNOWN);
        tape.by(Cast.SUPERVISOR).refuses(release, rights::releaseEncumbrance, ROLE_NOT_ALLOWED, UNKNOWN);
        tape.by(Cast.CLERK).refuses(release, rights::releaseEncumbrance, UNKNOWN_SUBJECT, UNKNOWN);
        tape.refuses(new ReleaseEncumbrance(PATENT, "PLEDGE-1"), rights::releaseEncumbrance, UNKNOWN_SUBJECT, PATENT);
        tape.refuses(title(new Owner(NOBODY, 10_000)), rights::recordTitle, UNKNOWN_SUBJECT, PATENT);
        tape.refuses(
                new RecordTitle(UNKNOWN, "Reel 1", Hash256.ZERO, List.of(new Owner(SELLER, 10_000))),
                rights::recordTitle,
                UNKNOWN_SUBJECT,
                UNKNOWN);
    }

    @Test
    void shouldTakeConsentsOnlyFromThoseWhoseConsentMatters() {
        tape.refuses(consent(NOBODY, ConsentKind.CO_OWNER), rights::recordConsent, UNKNOWN_SUBJECT, PATENT);
        tape.refuses(consent(B1, ConsentKind.CO_OWNER), rights::recordConsent, NOT_ALLOWED, PATENT);
        tape.refuses(consent(SELLER, ConsentKind.PLEDGEE), rights::recordConsent, NOT_ALLOWED, PATENT);
        tape.run(encumber(EncumbranceKind.LICENCE, BANK, "LICENCE-1"), rights::recordEncumbrance);
        tape.refuses(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent, NOT_ALLOWED, PATENT);
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        assertThat(tape.run(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent))
                .containsExactly(new ConsentRecorded(PATENT, BANK, ConsentKind.PLEDGEE));
        tape.refuses(consent(BANK, ConsentKind.PLEDGEE), rights::recordConsent, NOT_ALLOWED, PATENT);
        tape.refuses(consent(BANK, ConsentKind.CO_OWNER), rights::recordConsent, NOT_ALLOWED, PATENT);
    }

    @Test
    void shouldKnowWhoHoldsAPledgeAndEveryEncumbranceByItsOwnReference() {
        tape.refuses(
                encumber(EncumbranceKind.PLEDGE, 0, "PLEDGE-1"), rights::recordEncumbrance, UNKNOWN_SUBJECT, PATENT);
        tape.refuses(
                encumber(EncumbranceKind.PRESERVATION, NOBODY, "COURT-1"),
                rights::recordEncumbrance,
                UNKNOWN_SUBJECT,
                PATENT);
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        tape.refuses(
                encumber(EncumbranceKind.PRESERVATION, 0, "PLEDGE-1"), rights::recordEncumbrance, CODE_TAKEN, PATENT);
        tape.run(new ReleaseEncumbrance(PATENT, "PLEDGE-1"), rights::releaseEncumbrance);
        assertThat(tape.run(encumber(EncumbranceKind.PRESERVATION, 0, "PLEDGE-1"), rights::recordEncumbrance))
                .containsExactly(new EncumbranceRecorded(PATENT, EncumbranceKind.PRESERVATION, 0, "PLEDGE-1"));
    }

    @Test
    void shouldKnowWhichRightsARegistryEnters() {
        assertThat(RightType.values())
                .filteredOn(Rights::hasRegistry)
                .containsExactly(
                        RightType.PATENT_INVENTION,
                        RightType.PATENT_UTILITY,
                        RightType.PATENT_DESIGN,
                        RightType.PATENT_APPLICATION,
                        RightType.IC_LAYOUT,
                        RightType.PLANT_VARIETY,
                        RightType.TECH_EQUITY,
                        RightType.CAPITAL_INCREASE);
    }

    @Test
    void shouldSurviveASnapshot() {
        tape.run(title(new Owner(SELLER, 6_000), new Owner(B1, 4_000)), rights::recordTitle);
        tape.run(encumber(EncumbranceKind.PLEDGE, BANK, "PLEDGE-1"), rights::recordEncumbrance);
        tape.run(encumber(EncumbranceKind.PRESERVATION, 0, "COURT-1"), rights::recordEncumbrance);
        tape.run(consent(B1, ConsentKind.CO_OWNER), rights::recordConsent);
        Rights read = new Rights(members.access(), members.parties());
        tape.roundTrip(rights::exchange, read::exchange);
        assertThat(read.mayTransfer(PATENT, SELLER)).isEqualTo(PLEDGEE_CONSENT);
        tape.run(consent(BANK, ConsentKind.PLEDGEE), read::recordConsent);
        assertThat(read.mayTransfer(PATENT, SELLER)).isEqualTo(RIGHT_FROZEN);
        tape.refuses(register("R1", new Owner(SELLER, 10_000)), read::registerRight, CODE_TAKEN, 0);
    }

    private static RegisterRight register(String code, Owner... owners) {
        return new RegisterRight(code, RightType.PATENT_INVENTION, "ZL 2015 1 0000001.X", "Battery", List.of(owners));
    }

    private static RecordTitle title(Owner... owners) {
        return new RecordTitle(PATENT, "Reel 1", Hash256.ZERO, List.of(owners));
    }

    private static RecordConsent consent(long partyId, ConsentKind kind) {
        return new RecordConsent(PATENT, partyId, kind, Hash256.ZERO);
    }

    private static RecordEncumbrance encumber(EncumbranceKind kind, long holderId, String reference) {
        return new RecordEncumbrance(PATENT, kind, holderId, reference);
    }
}
