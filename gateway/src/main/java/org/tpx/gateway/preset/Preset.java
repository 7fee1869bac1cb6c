package org.tpx.gateway.preset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.JsonValue;
import org.tpx.protocol.Role;
import org.tpx.wire.MalformedMessageException;

/**
 * The rules with which an exchange opens, as commands: the founding, then every calendar, rule profile and fee schedule as a proposal
 * and its approval. Read from {@code config/presets/}, complete and checked. Immutable.
 */
public final class Preset {
    private static final String PROPOSAL_PREFIX = "PRESET-";
    private static final String VERSION = "version";
    private static final String APPROVAL = "authority-approval";
    private static final Set<String> KEYS = Set.of(
            "exchange",
            "at",
            "first-client-id",
            "founders",
            "proposer",
            "approver",
            "calendars",
            "profiles",
            "fee-schedules");
    private static final Set<String> CALENDAR_KEYS =
            Set.of("calendar", VERSION, "utc-offset", "open", "close", APPROVAL, "years");

    private final String name;
    private final YamlObject file;
    private final String at;
    private final List<JsonValue.Members> commands = new ArrayList<>();
    private long nextClientId;

    private Preset(String name, String path, Source source) {
        this.name = name;
        this.file = source.read(path);
        file.requireKeys(KEYS);
        this.at = file.text("at");
        this.nextClientId = file.number("first-client-id", 1, Long.MAX_VALUE >> 1);
        checkPeople();
        add(path, openExchange());
        file.texts("calendars").forEach(calendar -> propose(source.read(calendar), "calendar", this::calendar));
        file.texts("profiles").forEach(profile -> propose(source.read(profile), "profile", this::profile));
        file.texts("fee-schedules").forEach(fees -> propose(source.read(fees), "fee-schedule", this::feeSchedule));
    }

    /**
     * Reads a preset. A name stands for {@code config/presets/NAME.yaml} of the program; what ends in {@code .yaml} is the path of a file,
     * whose own files lie below its directory's parent.
     *
     * @throws MalformedPresetException where there is none, or something in it is wrong
     */
    public static Preset read(String nameOrFile) {
        if (nameOrFile.endsWith(".yaml")) {
            Path path = Path.of(nameOrFile).toAbsolutePath().normalize();
            Path presets = path.getParent();
            Path config = presets == null ? null : presets.getParent();
            if (presets == null || config == null) {
                throw new MalformedPresetException(
                        nameOrFile, "", "must lie in the presets of a configuration directory");
            }
            return new Preset(nameOrFile, config.relativize(path).toString(), Source.below(config));
        }
        String path = "presets/" + nameOrFile + ".yaml";
        if (!nameOrFile.matches("[A-Za-z0-9._-]+") || !Source.bundled().has(path)) {
            throw new MalformedPresetException(nameOrFile, "", "there is no preset of this name");
        }
        return new Preset(nameOrFile, path, Source.bundled());
    }

    /** The name by which it was read. */
    public String name() {
        return name;
    }

    /** The time that its commands carry. */
    public long atNanos() {
        return InstantText.parse(at, "at");
    }

    /**
     * The commands in order, as the lines of a file would be. Read one after the other has been carried out: an approval names the
     * proposal before it.
     */
    public List<JsonValue.Members> commands() {
        return List.copyOf(commands);
    }

    /** The founder who proposes the rules. */
    public String proposer() {
        return file.text("proposer");
    }

    /** The founder who approves the rules, a supervisor. */
    public String approver() {
        return file.text("approver");
    }

    /** The first founder of a role; throws {@link MalformedPresetException} where there is none. */
    public String founder(Role role) {
        for (YamlObject founder : file.objects("founders")) {
            if (founder.text("role").equals(role.name())) {
                return founder.text("code");
            }
        }
        throw file.complaint("founders", "has no " + role);
    }

    private void checkPeople() {
        Map<String, String> roles = new HashMap<>();
        for (YamlObject founder : file.objects("founders")) {
            roles.put(founder.text("code"), founder.text("role"));
        }
        requireRole(roles, "proposer", Set.of("OPERATOR", "SUPERVISOR"));
        requireRole(roles, "approver", Set.of("SUPERVISOR"));
        if (file.text("proposer").equals(file.text("approver"))) {
            throw file.complaint("approver", "must be another person than the proposer");
        }
    }

    private void requireRole(Map<String, String> roles, String key, Set<String> allowed) {
        String person = file.text(key);
        String role = roles.get(person);
        if (role == null) {
            throw file.complaint(key, person + " is none of the founders");
        }
        if (!allowed.contains(role)) {
            throw file.complaint(key, person + " is " + role + ", which may not do this");
        }
    }

    private JsonValue.Members openExchange() {
        return Members.of(
                "at",
                at,
                "principal",
                Directory.NODE,
                "clientId",
                nextClientId++,
                "type",
                "OpenExchange",
                "exchange",
                file.text("exchange"),
                "founders",
                Keys.camel(file.value("founders")));
    }

    /** Adds the proposal that a file makes and its approval. */
    private void propose(YamlObject rule, String codeKey, Fields fields) {
        String proposal = PROPOSAL_PREFIX + rule.text(codeKey) + "-V" + rule.number(VERSION, 1, 1_000_000);
        Map<String, JsonValue> command = new LinkedHashMap<>();
        command.putAll(Members.of("at", at, "principal", file.text("proposer"), "clientId", nextClientId++)
                .members());
        fields.put(rule, proposal, command);
        add(rule.file(), new JsonValue.Members(command));
        add(rule.file(), approval(proposal, rule.text(APPROVAL)));
    }

    private JsonValue.Members approval(String proposal, String authorityApproval) {
        return Members.of(
                "at",
                at,
                "principal",
                file.text("approver"),
                "clientId",
                nextClientId++,
                "type",
                "ApproveProposal",
                "proposal",
                proposal,
                "authorityApproval",
                authorityApproval);
    }

    private void calendar(YamlObject rule, String proposal, Map<String, JsonValue> command) {
        rule.requireKeys(CALENDAR_KEYS);
        WorkingDays days = new WorkingDays(rule);
        command.putAll(Members.of(
                        "type",
                        "ProposeCalendar",
                        "proposal",
                        proposal,
                        "calendar",
                        rule.text("calendar"),
                        VERSION,
                        rule.value(VERSION),
                        "provisional",
                        days.isProvisional(),
                        "utcOffsetSeconds",
                        days.utcOffsetSeconds(),
                        "workingDays",
                        days.days())
                .members());
    }

    private void profile(YamlObject rule, String proposal, Map<String, JsonValue> command) {
        command.putAll(
                Members.of("type", "ProposeRuleProfile", "proposal", proposal).members());
        putFields(rule, command);
        command.put("requiredDocuments", named("kind", rule.texts("required-documents")));
        command.put("requiredDimensions", named("dimension", rule.texts("required-dimensions")));
    }

    /** Texts as the objects that stand for them in a command. */
    private static JsonValue named(String member, List<String> texts) {
        List<JsonValue> objects = new ArrayList<>();
        texts.forEach(text -> objects.add(Members.of(member, text)));
        return new JsonValue.Items(objects);
    }

    private void feeSchedule(YamlObject rule, String proposal, Map<String, JsonValue> command) {
        command.putAll(
                Members.of("type", "ProposeFeeSchedule", "proposal", proposal).members());
        putFields(rule, command);
    }

    private static void putFields(YamlObject rule, Map<String, JsonValue> command) {
        rule.object().members().forEach((key, value) -> {
            boolean isField = !key.equals(APPROVAL);
            if (isField && command.putIfAbsent(Keys.camel(key), Keys.camel(value)) != null) {
                throw rule.complaint(key, "is no key of this file");
            }
        });
    }

    /** Checks a command as any other line is checked, long before it is sent. */
    private void add(String from, JsonValue.Members command) {
        try {
            CommandReader.timed(new Directory()).read(command);
        } catch (MalformedMessageException complaint) {
            throw new MalformedPresetException(from, complaint);
        }
        commands.add(command);
    }

    /** Puts a file's own fields into its command. */
    private interface Fields {
        void put(YamlObject rule, String proposal, Map<String, JsonValue> command);
    }
}
