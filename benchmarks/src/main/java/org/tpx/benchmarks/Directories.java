package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scratch directories of benchmarks. */
final class Directories {

    private Directories() {}

    /** Deletes a directory with everything in it. */
    static void delete(Path directory) throws IOException {
        List<Path> files = files(directory);
        files.sort(Comparator.reverseOrder());
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
