package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.SystemEvent.CommandRepeated;

/** Plays every scenario once more and looks what is in none of them: no command and no event may be forgotten. */
class CoverageTest {

    private static final Set<Class<?>> ACCEPTED = new HashSet<>();
    private static final Set<Class<?>> REFUSED = new HashSet<>();
    private static final Set<Class<?>> SEEN = new HashSet<>();

    @BeforeAll
    static void playAll() throws ReflectiveOperationException, IOException {
        int played = 0;
        for (Class<?> scenario : scenarios()) {
            for (Method test : annotated(scenario, Test.class)) {
                play(scenario, test).forEach(CoverageTest::look);
                played++;
            }
        }
        assertThat(played).as("scenarios").isGreaterThan(100);
    }

    @Test
    void shouldAcceptEveryCommandSomewhere() {
        assertThat(Samples.commands()).isNotEmpty().allMatch(ACCEPTED::contains);
    }

    @Test
    void shouldRefuseEveryCommandSomewhereForMoreThanTheSendersRole() {
        assertThat(Samples.commands())
                .filteredOn(command -> !SystemCommand.class.isAssignableFrom(command))
                .isNotEmpty()
                .allMatch(REFUSED::contains);
    }

    @Test
    void shouldSeeEveryEventSomewhere() {
        assertThat(Samples.events()).isNotEmpty().allMatch(SEEN::contains);
    }

    private static void look(Played turn) {
        Command command = turn.command();
        Event first = turn.events().get(0);
        if (first instanceof CommandRefused refused) {
            if (refused.reason().compareTo(RejectReason.ROLE_NOT_ALLOWED) > 0) {
                REFUSED.add(command.getClass());
            }
        } else if (!(first instanceof CommandRepeated)) {
            ACCEPTED.add(command.getClass());
        }
        turn.events().forEach(event -> SEEN.add(event.getClass()));
    }

    private static List<Played> play(Class<?> scenario, Method test) throws ReflectiveOperationException {
        Constructor<?> constructor = scenario.getDeclaredConstructor();
        constructor.setAccessible(true);
        Scenario instance = (Scenario) constructor.newInstance();
        for (Method before : annotated(scenario, BeforeEach.class)) {
            before.invoke(instance);
        }
        test.invoke(instance);
        return instance.market.host().turns();
    }

    private static List<Class<?>> scenarios() throws IOException {
        Path root = Path.of("target", "test-classes");
        try (Stream<Path> files = Files.walk(root.resolve(Path.of("org", "tpx", "engine")))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name -> type(
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.')))
                    .filter(Scenario.class::isAssignableFrom)
                    .sorted(Comparator.comparing(Class::getName))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static List<Method> annotated(Class<?> scenario, Class<? extends Annotation> annotation) {
        List<Method> methods = new ArrayList<>(Arrays.asList(scenario.getDeclaredMethods()));
        methods.removeIf(method -> !method.isAnnotationPresent(annotation));
        methods.forEach(method -> method.setAccessible(true));
        return methods;
    }
}
