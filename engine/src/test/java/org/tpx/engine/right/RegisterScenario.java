package org.tpx.engine.right;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LicenceMode;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RegisterCommand.CorrectEntry;
import org.tpx.protocol.RegisterCommand.EnterLicence;
import org.tpx.protocol.RegisterCommand.EnterPledge;
import org.tpx.protocol.RegisterCommand.RecordRightStatus;
import org.tpx.protocol.RegisterCommand.TransferShare;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightStanding;

/** What a clerk enters about the patent R1 of SELLER and CO, which is in force until the end of 2034. */
abstract class RegisterScenario extends Scenario {

    static final String TERM_END = "2035-01-01 00:00";

    /** SELLER and CO own R1 in equal parts, BANK lends, USER takes licences, and R1 is in force with its fees paid. */
    void shared() {
        market.parties("CO", "BANK", "USER");
        market.by("CLERK-1", new RecordTitle(right(), "deed", Hash256.ZERO, owners(5_000, 5_000)))
                .accepted();
        by("CLERK-1", status()).accepted();
    }

    List<Owner> owners(int sellerBps, int coBps) {
        List<Owner> owners = new ArrayList<>();
        owners.add(new Owner(party("SELLER"), sellerBps));
        owners.add(new Owner(party("CO"), coBps));
        return owners;
    }

    RecordRightStatus status() {
        return new RecordRightStatus(
                right(),
                RightStanding.IN_FORCE,
                Written.nanos("2015-01-01 00:00"),
                Written.nanos(TERM_END),
                Written.nanos("2026-01-01 00:00"),
                false,
                false,
                "extract");
    }

    /** The same, in which some fields are others. */
    Market stands(Object... namesAndValues) {
        return by("CLERK-1", With.with(status(), namesAndValues));
    }

    Market pledges(Object... namesAndValues) {
        EnterPledge pledge = new EnterPledge(
                right(),
                party("SELLER"),
                party("BANK"),
                Written.money("CNY 1,800,000.00"),
                Written.nanos("2027-06-30 00:00"),
                Written.digest("pledge contract"),
                false,
                "PLEDGE-1",
                "loan",
                "principal and interest");
        return by("CLERK-1", With.with(pledge, namesAndValues));
    }

    Market licenses(Object... namesAndValues) {
        EnterLicence licence = new EnterLicence(
                right(),
                party("SELLER"),
                party("USER"),
                LicenceMode.ORDINARY,
                Written.nanos("2025-06-01 00:00"),
                Written.nanos("2026-06-01 00:00"),
                1,
                1,
                Written.digest("licence contract"),
                "LIC-1",
                "Shanghai");
        return by("CLERK-1", With.with(licence, namesAndValues));
    }

    Market passes(int shareBps, String from, String to) {
        return by(
                "CLERK-1",
                new TransferShare(right(), party(from), party(to), shareBps, Hash256.ZERO, "deed of " + from));
    }

    Market corrects(String entry, List<Owner> owners) {
        return by(
                "CLERK-1",
                new CorrectEntry(right(), Hash256.ZERO, owners, entry, "correction of " + entry, "an error"));
    }

    Market consents(String party, ConsentKind kind) {
        return by("CLERK-1", new RecordConsent(right(), party(party), kind, Hash256.ZERO))
                .accepted();
    }

    long right() {
        return market.id(Ref.RIGHT, "R1");
    }

    long party(String code) {
        return market.id(Ref.PARTY, code);
    }
}
