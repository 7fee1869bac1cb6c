package org.tpx.protocol;

/** What members of one class pay; what is absent they do not. */
public record DuesRate(
        @Field("the class") MembershipClass membershipClass,
        @Field(value = "once, at admission", optional = true) Money seatFee,
        @Field(value = "each year", optional = true) Money annualDues) {}
