package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that the program writes and the repository keeps: compared, or with {@code -Dgolden.write=true} written anew.
 */
public final class Golden {
    private Golden() {}

    /** Fails unless the file holds exactly this text. */
    public static void assertCurrent(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).as("%s, rewritten by -Dgolden.write=true", file).exists();
        assertThat(Files.readString(file))
                .as("%s, rewritten by -Dgolden.write=true", file)
                .isEqualTo(expected);
    }
}
