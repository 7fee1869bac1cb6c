package org.tpx.protocol;

/** Names a paper that an application must carry. */
public record RequiredDocument(
        @Field("the paper") DocumentKind kind) {}
