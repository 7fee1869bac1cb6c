package org.tpx.gateway.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.JsonReader;
import org.tpx.wire.MalformedMessageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Where a preset's files come from: the directory of the preset's own file, or the program itself. */
final class Source {
    private static final int LARGEST = 1 << 20;

    /** The configuration directory, or null for the files in the program. */
    private final @Nullable Path directory;

    private Source(@Nullable Path directory) {
        this.directory = directory;
    }

    /** The files that are part of the program. */
    static Source bundled() {
        return new Source(null);
    }

    /** The files below a configuration directory. */
    static Source below(Path directory) {
        return new Source(directory);
    }

    /** Whether there is such a file. */
    boolean has(String file) {
        try (InputStream in = open(file)) {
            return in != null;
        } catch (IOException | InvalidPathException failure) {
            return false;
        }
    }

    /** Reads a file; throws {@link MalformedPresetException} where it is missing or not one YAML object. */
    YamlObject read(String file) {
        try (InputStream in = stream(file)) {
            return parse(file, in.readNBytes(LARGEST));
        } catch (IOException | InvalidPathException failure) {
            throw new MalformedPresetException(file, "", "cannot be read: " + failure.getMessage());
        }
    }

    /** Opens a file; throws {@link MalformedPresetException} where it is missing. */
    InputStream stream(String file) {
        try {
            InputStream in = open(file);
            if (in == null) {
                throw new MalformedPresetException(file, "", "is missing");
            }
            return in;
        } catch (IOException failure) {
            throw new MalformedPresetException(file, "", "cannot be read: " + failure.getMessage());
        }
    }

    private static YamlObject parse(String file, byte[] bytes) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), bytes)) {
            return new YamlObject(file, "", JsonReader.readOnly(parser));
        } catch (MalformedMessageException complaint) {
            String place = complaint.field().equals(JsonReader.LINE) ? "" : complaint.field();
            throw new MalformedPresetException(file, place, complaint.reason().replace("JSON", "YAML"));
        } catch (JacksonException failure) {
            throw new MalformedPresetException(file, "", "is not YAML: " + failure.getOriginalMessage());
        }
    }

    private @Nullable InputStream open(String file) throws IOException {
        if (directory == null) {
            return Source.class.getResourceAsStream("/config/" + file);
        }
        Path path = directory.resolve(file);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }
}
