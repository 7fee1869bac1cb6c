package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program: what is in its jar, under which licences, and that its launcher starts it anywhere. */
class ProgramIT {

    private static final Path JAR = Path.of("target", "tpx.jar").toAbsolutePath();
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** Licences that may be in the jar. None of them asks anything of our own source. */
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0");

    @TempDir
    Path directory;

    @Test
    void shouldNameEveryPartOfTheJarInTheNotice() throws IOException {
        Set<String> shipped =
                matches(Files.readString(Path.of("target", "parts.txt")), "(?m)^\\s+([\\w.-]+:[\\w.-]+):jar:");
        assertThat(shipped)
                .hasSizeGreaterThan(20)
                .isEqualTo(matches(entry("META-INF/NOTICE"), "(?m)^\\| (\\S+:\\S+) \\|"));
    }

    @Test
    void shouldShipOnlyLicencesThatWeChoseAndTheirTexts() throws IOException {
        Set<String> named = matches(entry("META-INF/NOTICE"), "(?m)^\\| \\S+:\\S+ \\| (\\S+) \\|");
        assertThat(named).isSubsetOf(LICENCES);
        named.remove("Apache-2.0");
        for (String licence : named) {
            assertThat(entry("META-INF/licenses/" + licence + ".txt")).hasSizeGreaterThan(800);
        }
        assertThat(entry("META-INF/LICENSE")).contains("Apache License").contains("END OF TERMS AND CONDITIONS");
    }

    @Test
    void shouldContainNothingThatAJarOfJarsTripsOver() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))
                    .noneMatch(name -> name.startsWith("org/openjdk/jmh/"))
                    .noneMatch(name -> name.startsWith("net/openhft/chronicle/analytics/"))
                    .noneMatch(name -> name.startsWith("org/junit/"));
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Main-Class")).isEqualTo("org.tpx.gateway.cli.Tpx");
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
        }
    }

    @Test
    void shouldRunAsAPlainJar() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(run(directory, java.toString(), "-jar", JAR.toString(), "--version"))
                .startsWith("0\ntpx ");
    }

    @Test
    void shouldStartFromAnyDirectoryWithAnEmptyEnvironment() throws Exception {
        assertThat(run(directory, "env", "-i", HOME.resolve("tpx").toString(), "--version"))
                .startsWith("0\ntpx ");
    }

    @Test
    void shouldStartThroughALinkFromAPathWithSpaces() throws Exception {
        Path home = directory.resolve("a market place");
        Files.createDirectories(home.resolve("gateway/target"));
        Files.copy(HOME.resolve("tpx"), home.resolve("tpx"));
        Files.copy(JAR, home.resolve("gateway/target/tpx.jar"));
        Path link = Files.createSymbolicLink(directory.resolve("a link"), Path.of("a market place", "tpx"));
        assertThat(run(Path.of("/"), "env", "-i", link.toString(), "--version")).startsWith("0\ntpx ");
    }

    @Test
    void shouldHandBackTheProgramsExitCode() throws Exception {
        assertThat(run(directory, HOME.resolve("tpx").toString(), "no-such-command"))
                .startsWith("2\n")
                .contains("no-such-command");
    }

    /** Runs a command and returns its exit code, a line feed, and all that it printed. */
    private static String run(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + output;
    }

    private static String entry(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            ZipEntry entry = jar.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            try (InputStream in = jar.getInputStream(entry)) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }
    }

    private static Set<String> matches(String text, String pattern) {
        List<MatchResult> results =
                new ArrayList<>(Pattern.compile(pattern).matcher(text).results().toList());
        Set<String> found = new TreeSet<>();
        results.forEach(result -> found.add(result.group(1)));
        return found;
    }
}
