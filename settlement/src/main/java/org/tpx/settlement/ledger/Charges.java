package org.tpx.settlement.ledger;

/** Those who book what is charged beyond a price, handed on as one. */
record Charges(
        Waivers waivers,
        Commissions commissions,
        MemberDues dues,
        FeeRefunds feeRefunds,
        SharedAccounts sharedAccounts) {}
