package org.tpx.protocol;

/** A paper handed in; its content lives in the vault. */
public record Document(
        @Field("what it is") DocumentKind kind,
        @Field("salted digest of its content") Hash256 digest) {}
