package org.tpx.engine;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import org.tpx.protocol.RejectReason;

/** Which reasons a test class shows, in the order of its lines. */
final class Shown {

    private Shown() {}

    /** What its tests are marked with by {@link Gives}. */
    static List<RejectReason> by(Class<?> test) {
        JavaClass tests = new ClassFileImporter().importClass(test);
        return tests.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Gives.class))
                .sorted(Comparator.comparingInt(
                        (JavaMethod method) -> method.getSourceCodeLocation().getLineNumber()))
                .map(method -> method.reflect().getAnnotation(Gives.class).value())
                .toList();
    }
}
