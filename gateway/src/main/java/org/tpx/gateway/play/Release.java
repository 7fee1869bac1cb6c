package org.tpx.gateway.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;

/**
 * Which program runs: what every start of a node journals, so that an auditor can replay a stretch with the release that wrote it.
 *
 * @param version the version as the jar's manifest names it
 * @param jarDigest SHA-256 of the jar, {@link Hash256#ZERO} where the program is not run from one
 */
public record Release(String version, Hash256 jarDigest) {
    private static final String UNPACKED = "unpacked";

    /** The program that runs this code. */
    public static Release running() {
        return new Release(runningVersion(), digest());
    }

    /** The version of the program that runs this code, without the work of {@link #running()}. */
    public static String runningVersion() {
        @Nullable String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }

    private static Hash256 digest() {
        Path jar = jar();
        if (jar == null || !Files.isRegularFile(jar)) {
            return Hash256.ZERO;
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Hash256.ofHex(HexFormat.of().formatHex(sha256.digest()));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("cannot read the program's own jar " + jar, failure);
        }
    }

    private static @Nullable Path jar() {
        CodeSource source = Release.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException failure) {
            return null;
        }
    }
}
