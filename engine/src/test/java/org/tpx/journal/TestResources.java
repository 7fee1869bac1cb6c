package org.tpx.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors and golden files beside the tests. */
final class TestResources {

    private TestResources() {}

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(text(name));
    }

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(TestResources.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
