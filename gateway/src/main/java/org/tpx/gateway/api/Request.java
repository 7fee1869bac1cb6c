package org.tpx.gateway.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tpx.wire.MalformedMessageException;

/** What a caller asks for, as the edge read it. Immutable as long as nobody writes to the body. */
public final class Request {
    private final String method;
    private final String path;
    private final Map<String, List<String>> query;
    private final UnaryOperator<String> header;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method GET, POST and so on
     * @param path the decoded path
     * @param query the parameters of the query, as often as each came
     * @param header the value of a header by its name, case aside; empty where it is absent
     * @param body the whole body
     */
    public Request(
            String method, String path, Map<String, List<String>> query, UnaryOperator<String> header, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.header = header;
        this.body = body;
    }

    /** GET, POST and so on. */
    public String method() {
        return method;
    }

    /** The decoded path. */
    public String path() {
        return path;
    }

    /** The value of a header, case of its name aside; empty where it is absent. */
    public String header(String name) {
        return header.apply(name);
    }

    /** The whole body; nobody may write to it. */
    public byte[] body() {
        return body;
    }

    /** Throws {@link MalformedMessageException} where the query has a parameter that is not among these, or one twice. */
    public void requireQueryOf(Set<String> names) {
        query.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw new MalformedMessageException(
                        "query", names.isEmpty() ? "takes no parameters" : "knows only " + String.join(", ", names));
            }
            if (values.size() != 1) {
                throw new MalformedMessageException(name, "appears twice");
            }
        });
    }

    /** A parameter of the query, or this where it is absent. */
    public String parameter(String name, String absent) {
        List<String> values = query.get(name);
        return values == null ? absent : values.get(0);
    }

    /** A whole number from 1 to this, or what stands for an absent one. */
    public long number(String name, long absent, long max) {
        String digits = parameter(name, "");
        if (digits.isEmpty() && !query.containsKey(name)) {
            return absent;
        }
        if (!digits.matches("[1-9][0-9]{0,17}") || Long.parseLong(digits) > max) {
            throw new MalformedMessageException(name, "must be a whole number from 1 to " + max);
        }
        return Long.parseLong(digits);
    }

    /** The media type of the body, without its parameters, in small letters. */
    public String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
