package org.tpx.engine.right;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.LicenceMode;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;

/** What the registers enter, and what follows from it. */
class RegisterTest extends RegisterScenario {

    @BeforeEach
    void shouldShareThePatent() {
        shared();
    }

    @Test
    void shouldBarTransferAndLicenceOfAPledgedRightWithoutItsPledgee() {
        consents("CO", ConsentKind.PLEDGE_CO_OWNER);
        pledges().including("PledgeEntered right=R1, pledgor=SELLER, pledgee=BANK, claim=CNY 1,800,000.00");
        licenses().refused(RejectReason.PLEDGEE_CONSENT);
        consents("CO", ConsentKind.CO_OWNER);
        passes(5_000, "SELLER", "CO").refused(RejectReason.PLEDGEE_CONSENT);
        consents("BANK", ConsentKind.PLEDGEE);
        consents("BANK", ConsentKind.LICENCE_PLEDGEE);
        licenses().accepted();
        passes(5_000, "SELLER", "CO").including("ShareTransferred right=R1, from=SELLER, to=CO, shareBps=5000");
    }

    @Test
    void shouldRefuseStandingsThatContradictThemselves() {
        stands("termEndsNanos", 0L).refused(RejectReason.NOT_ALLOWED);
        stands("termEndsNanos", Written.nanos("2015-01-01 00:00")).refused(RejectReason.NOT_ALLOWED);
        stands("rightId", 99L).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldEnterALicenceTooLateAndMarkIt() {
        at("2025-09-01 23:59");
        licenses().including("LicenceEntered right=R1, recordalDue=2025-09-02 00:00, late=false");
        at("2025-09-02 00:00");
        licenses("reference", "LIC-2").including("LicenceEntered right=R1, recordalDue=00:00, late=true");
        market.rules("licenceRecordalMonths", 0);
        licenses("reference", "LIC-3").including("LicenceEntered right=R1, reference=LIC-3, late=false");
    }

    @Test
    void shouldEndALicenceWithItsTermAndLetOthersInThen() {
        consents("CO", ConsentKind.LICENCE_CO_OWNER);
        licenses("mode", LicenceMode.EXCLUSIVE, "endsNanos", Written.nanos("2025-07-01 00:00"))
                .accepted();
        licenses("reference", "LIC-2").refused(RejectReason.EXCLUSIVELY_LICENSED);
        at("2025-07-01 00:00").then("TimerFired kind=LICENCE_TERM", "LicenceEnded right=R1, reference=LIC-1");
        licenses("reference", "LIC-2").accepted();
    }

    @Test
    void shouldRefuseLicencesThatCannotBe() {
        market.right("RX", RightType.LICENCE_ORDINARY, "SELLER");
        licenses("rightId", market.id(Ref.RIGHT, "RX")).refused(RejectReason.NOT_ALLOWED);
        licenses("licenseeId", party("SELLER")).refused(RejectReason.NOT_ALLOWED);
        licenses("effectiveNanos", Written.nanos("2025-06-02 09:01")).refused(RejectReason.NOT_ALLOWED);
        licenses("endsNanos", Written.nanos("2025-06-02 09:00")).refused(RejectReason.NOT_ALLOWED);
        licenses("endsNanos", Written.nanos(TERM_END) + 1).refused(RejectReason.NOT_ALLOWED);
        licenses("profileId", 9L).refused(RejectReason.VARIETY_NOT_APPROVED);
        licenses("licensorId", party("BANK")).refused(RejectReason.NOT_OWNER);
        licenses("mode", LicenceMode.SOLE).refused(RejectReason.CO_OWNER_CONSENT);
        licenses("endsNanos", Written.nanos(TERM_END)).accepted();
        licenses().refused(RejectReason.CODE_TAKEN);
    }

    @Test
    void shouldCorrectOnlyWhatWasEnteredAndOwnersOnlyByTheirLastDeed() {
        List<Owner> others = owners(4_000, 6_000);
        corrects("no deed", List.of()).refused(RejectReason.UNKNOWN_SUBJECT);
        corrects("EXAMPLE R1", others).refused(RejectReason.NOT_ALLOWED);
        corrects("EXAMPLE R1", List.of()).accepted();
        corrects("EXAMPLE R1", List.of()).refused(RejectReason.CODE_TAKEN);
        corrects("deed", owners(4_000, 6_001)).refused(RejectReason.NOT_ALLOWED);
        corrects("deed", others).including("EntryCorrected right=R1, entry=deed, instrument=correction of deed");
        corrects("correction of deed", owners(5_000, 5_000)).accepted();
    }
}
