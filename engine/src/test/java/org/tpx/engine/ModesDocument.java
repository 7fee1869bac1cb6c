package org.tpx.engine;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.Sale;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Command;
import org.tpx.protocol.Field;
import org.tpx.protocol.Message;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;

/**
 * Writes docs/MODES.md: for each way of forming a price what it is, its lifecycle, parameters, commands, timers and reasons for
 * refusal, all of it read from the compiled classes and their comments, so that it cannot say what the program does not do.
 */
final class ModesDocument {

    private static final String SALE = "org.tpx.engine.sale";
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern CLASS_COMMENT =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:public |final |sealed |abstract )*class ", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code)\\s+#?([^}]*)}");

    private final JavaClasses classes;
    private final Set<JavaClass> house;
    private final StringBuilder out = new StringBuilder();

    private ModesDocument(JavaClasses classes) {
        this.classes = classes;
        house = reached(
                List.of(classes.get(SALE + ".Hall"), classes.get(SALE + ".Bidder"), classes.get(SALE + ".SaleTerms")),
                type -> type.getPackageName().startsWith("org.tpx.engine"));
    }

    /** The document of these classes, in Markdown. */
    static String of(JavaClasses classes) throws IOException {
        ModesDocument document = new ModesDocument(classes);
        document.write();
        return document.out.toString();
    }

    /** The modes that have a class, in the order of the enum. */
    static Set<AuctionMode> auctioned(JavaClasses classes) {
        EnumSet<AuctionMode> modes = EnumSet.noneOf(AuctionMode.class);
        sales(classes).forEach(sale -> modes.addAll(modes(sale)));
        return modes;
    }

    private void write() throws IOException {
        line(
                "# Ways of forming a price",
                "",
                "This page is written by the program from the compiled classes and their comments; a test holds it true. Do not edit it:",
                "change the class, then run `mvn -pl engine test -Dtest=ModesDocumentTest -Dgolden.write=true`. Fields of commands are",
                "described in PROTOCOL.md, as are the sentences of all reasons for refusal.");
        line(
                "",
                "## Every auction",
                "",
                "Before a mode is asked, terms and bids pass what is common to all, which refuses for:");
        codes(List.of(classes.get(SALE + ".SaleTerms"), classes.get(SALE + ".BidDoor")));
        List<JavaClass> sales = sales(classes);
        overview(sales);
        for (JavaClass sale : sales) {
            line("", "## " + title(sale));
            way(sale, own(sale));
        }
        JavaClass quotes = classes.get(SALE + ".SingleQuotes");
        line("", "## A single transferee quotes alone");
        way(quotes, Set.of(quotes));
        for (JavaClass main : others()) {
            line("", "## " + words(main.getSimpleName()));
            way(main, inPackage(main));
        }
    }

    private void overview(List<JavaClass> sales) {
        line("", "## Auctions at a glance");
        line("", "| mode | terms | phases with a clock of their own | reasons of its own |", "|---|---|---|---|");
        for (JavaClass sale : sales) {
            Set<JavaClass> own = own(sale);
            String anchor = title(sale).replace(",", "").replace(' ', '-').toLowerCase(Locale.ROOT);
            line("| [" + title(sale) + "](#" + anchor + ") | " + names(terms(own)) + " | " + joined(phases(own)) + " | "
                    + joined(reasons(own)) + " |");
        }
    }

    private void way(JavaClass main, Set<JavaClass> own) throws IOException {
        line("", comment(main));
        List<Class<? extends Record>> terms = terms(own);
        if (!terms.isEmpty()) {
            line("", "Parameters:", "", "| | parameter | meaning |", "|---|---|---|");
            terms.forEach(this::parameters);
        }
        List<Class<? extends Record>> commands = commands(own);
        if (!commands.isEmpty()) {
            line("", "Commands:", "");
            commands.forEach(command -> line("- `" + command.getSimpleName() + "`: "
                    + command.getAnnotation(Message.class).doc()));
        }
        Set<Enum<?>> timers = constants(own, TimerKind.class);
        Set<Enum<?>> phases = phases(own);
        if (!phases.isEmpty()) {
            line("", "Phases: " + joined(phases) + ".");
        }
        if (!timers.isEmpty()) {
            line("", "Timers: " + joined(timers) + ".");
        }
        if (!reasons(own).isEmpty()) {
            line("", "Refuses for:");
            codes(own);
        }
    }

    private void parameters(Class<? extends Record> terms) {
        for (RecordComponent component : terms.getRecordComponents()) {
            if (!component.getName().equals("listingId")) {
                line("| " + terms.getSimpleName() + " | `" + component.getName() + "` | "
                        + component.getAnnotation(Field.class).value() + " |");
            }
        }
    }

    private void codes(Collection<JavaClass> own) {
        line("");
        for (Enum<?> reason : reasons(own)) {
            line("- `" + reason + "`: " + ((RejectReason) reason).sentence());
        }
    }

    private static List<JavaClass> sales(JavaClasses classes) {
        return classes.stream()
                .filter(type -> isSale(type) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .sorted(Comparator.comparing(sale -> modes(sale).iterator().next()))
                .toList();
    }

    /** The modes of a class, named by it or, where it serves several, by whoever makes one for each. */
    private static Set<AuctionMode> modes(JavaClass sale) {
        Set<AuctionMode> named = modes(sale.getMethod("mode").getFieldAccesses());
        if (named.isEmpty()) {
            sale.getConstructors().stream()
                    .flatMap(constructor -> constructor.getCallsOfSelf().stream())
                    .forEach(call -> named.addAll(modes(call.getOrigin().getFieldAccesses())));
        }
        if (named.isEmpty()) {
            throw new AssertionError(sale + " names no mode");
        }
        return named;
    }

    private static Set<AuctionMode> modes(Set<JavaFieldAccess> accesses) {
        Set<AuctionMode> modes = EnumSet.noneOf(AuctionMode.class);
        accesses.stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(AuctionMode.class))
                .forEach(access ->
                        modes.add(AuctionMode.valueOf(access.getTarget().getName())));
        return modes;
    }

    private static String title(JavaClass sale) {
        return joined(modes(sale));
    }

    /** Classes of other packages that stand for a way without an auction: the first of their package, by its comment. */
    private List<JavaClass> others() {
        return List.of("negotiation.Negotiations", "offer.OfferBook", "offering.Offerings", "demand.Demands").stream()
                .map(name -> "org.tpx.engine." + name)
                .filter(classes::contain)
                .map(classes::get)
                .toList();
    }

    private Set<JavaClass> inPackage(JavaClass main) {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(main.getPackageName()))
                .collect(Collectors.toSet());
    }

    /** What a mode alone, or with its kin, is made of: all that its class reaches on this floor and the house does not. */
    private Set<JavaClass> own(JavaClass sale) {
        JavaClass auction = sale.getMethod("newAuction", Listing.class).getRawReturnType();
        List<JavaClass> seeds = new ArrayList<>(List.of(sale));
        auction.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .filter(type -> type.getPackage().equals(sale.getPackage()) && !isSale(type) && !isOfHouse(type))
                .forEach(seeds::add);
        return reached(seeds, type -> type.getPackageName().startsWith("org.tpx.engine") && !isOfHouse(type));
    }

    private boolean isOfHouse(JavaClass type) {
        return house.contains(type)
                || Set.of("Auctions", "Shares", "SingleQuotes").contains(type.getSimpleName());
    }

    private static boolean isSale(JavaClass type) {
        return type.isAssignableTo(Sale.class) && !type.isInterface();
    }

    private static Set<JavaClass> reached(List<JavaClass> from, Predicate<JavaClass> through) {
        Set<JavaClass> seen = new HashSet<>(from);
        Deque<JavaClass> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (through.test(target) && seen.add(target)) {
                    open.push(target);
                }
            }
        }
        return seen;
    }

    private static Set<Enum<?>> phases(Collection<JavaClass> own) {
        Set<Enum<?>> phases = constants(own, AuctionPhase.class);
        phases.removeAll(
                EnumSet.of(AuctionPhase.SCHEDULED, AuctionPhase.DETERMINED, AuctionPhase.FAILED, AuctionPhase.VOID));
        return phases;
    }

    private static Set<Enum<?>> reasons(Collection<JavaClass> own) {
        return constants(own, RejectReason.class);
    }

    private static <E extends Enum<E>> Set<Enum<?>> constants(Collection<JavaClass> own, Class<E> type) {
        Set<Enum<?>> constants = new TreeSet<>(Comparator.comparingInt((Enum<?> constant) -> constant.ordinal()));
        for (JavaClass member : own) {
            for (JavaAccess<?> access : member.getFieldAccessesFromSelf()) {
                boolean switched = access.getOriginOwner().getName().matches(".*\\$\\d+");
                if (access.getTargetOwner().isEquivalentTo(type) && !switched) {
                    Arrays.stream(type.getEnumConstants())
                            .filter(constant ->
                                    constant.name().equals(access.getTarget().getName()))
                            .forEach(constants::add);
                }
            }
        }
        return constants;
    }

    private static List<Class<? extends Record>> terms(Collection<JavaClass> own) {
        return commands(own).stream()
                .filter(command -> command.getSimpleName().matches("Set\\w*Terms"))
                .toList();
    }

    private static List<Class<? extends Record>> commands(Collection<JavaClass> own) {
        return own.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(type -> type.isAssignableTo(Command.class) && type.isAssignableTo(Record.class))
                .distinct()
                .<Class<? extends Record>>map(type -> type.reflect().asSubclass(Record.class))
                .sorted(Comparator.comparingInt(
                        command -> command.getAnnotation(Message.class).id()))
                .toList();
    }

    /** The comment of a class as Markdown: its sentences, its drawing. */
    private static String comment(JavaClass type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
        Matcher comment = CLASS_COMMENT.matcher(source);
        if (!comment.find()) {
            throw new AssertionError(type + " has no comment");
        }
        String text = comment.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .filter(line -> !line.startsWith("@"))
                .collect(Collectors.joining("\n"))
                .strip();
        return LINK.matcher(
                        text.replace("<pre>", "```").replace("</pre>", "```").replace("<p>", ""))
                .replaceAll("`$1`")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static String joined(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String names(List<Class<? extends Record>> types) {
        return types.isEmpty() ? "-" : types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private void line(String... lines) {
        for (String line : lines) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
