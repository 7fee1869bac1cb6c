package org.tpx.wire;

import java.util.Set;
import org.tpx.protocol.Ref;

/**
 * The one rule by which a component of a record becomes a member of a JSON object. The gateway, docs/PROTOCOL.md and
 * the checks of a message's limits all take their names from here.
 */
public final class JsonNames {
    /** Members that a line carries beside the fields of its command; no field of a command may be named so. */
    public static final Set<String> COMMAND_ENVELOPE = Set.of("at", "principal", "clientId", "type");

    /** Members that a line carries beside the fields of its event; no field of an event may be named so. */
    public static final Set<String> EVENT_ENVELOPE = Set.of("at", "sequence", "clientId", "type");

    private static final String INSTANT_SUFFIX = "Nanos";
    private static final String IDENTITY_SUFFIX = "Id";

    private JsonNames() {}

    /** The kind of the JSON value of a component with this name, wire type and reference. */
    public static JsonKind kind(String component, WireKind wire, Ref ref) {
        return switch (wire) {
            case INT64 -> kindOfLong(component, ref);
            case INT32 -> JsonKind.NUMBER;
            case BOOLEAN -> JsonKind.BOOLEAN;
            case ENUM -> JsonKind.ENUM;
            case MONEY -> JsonKind.MONEY;
            case HASH -> JsonKind.HASH;
            case GROUP -> JsonKind.LIST;
            default -> JsonKind.TEXT;
        };
    }

    /**
     * The name of the JSON member: {@code closeNanos} is {@code close}, {@code listingId} that names a listing
     * {@code listing}.
     */
    public static String name(String component, JsonKind kind) {
        if (kind == JsonKind.INSTANT) {
            return without(component, INSTANT_SUFFIX);
        }
        return kind == JsonKind.CODE ? without(component, IDENTITY_SUFFIX) : component;
    }

    private static JsonKind kindOfLong(String component, Ref ref) {
        if (ref != Ref.NONE) {
            return JsonKind.CODE;
        }
        return component.endsWith(INSTANT_SUFFIX) ? JsonKind.INSTANT : JsonKind.NUMBER;
    }

    private static String without(String component, String suffix) {
        boolean bears = component.length() > suffix.length() && component.endsWith(suffix);
        return bears ? component.substring(0, component.length() - suffix.length()) : component;
    }
}
