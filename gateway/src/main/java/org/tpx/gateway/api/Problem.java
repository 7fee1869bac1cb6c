package org.tpx.gateway.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.MessageShape;
import org.tpx.wire.Templates;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request had no effect, as RFC 9457 problem details. {@code code} is stable: a {@link RejectReason}, or one of the door's own.
 *
 * @param status the status of the response
 * @param code what a program switches on
 * @param title what a person is told
 * @param more further members
 */
public record Problem(HttpResponseStatus status, String code, String title, Map<String, Object> more) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final Problem UNAUTHENTICATED =
            of(HttpResponseStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Say who you are, and prove it.");
    static final Problem FORBIDDEN =
            of(HttpResponseStatus.FORBIDDEN, "FORBIDDEN", "This is not shown to callers of your role.");
    static final Problem NOT_FOUND = of(
            HttpResponseStatus.NOT_FOUND,
            "NOT_FOUND",
            "There is nothing at this address; /v1/openapi.json lists what there is.");

    private static final int FIRST_SUBJECT_CODE = 30;
    private static final int FIRST_ADMISSION_CODE = 100;

    /** A problem of the door's own. */
    public static Problem of(HttpResponseStatus status, String code, String title) {
        return new Problem(status, code, title, Map.of());
    }

    /** A method that the address does not know; these it knows. */
    static Problem methodNotAllowed(String methods) {
        return of(HttpResponseStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "Use " + methods + ".");
    }

    /** A body of another kind than this one. */
    static Problem mediaType(String accepted) {
        return of(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "WRONG_MEDIA_TYPE", "Send the body as " + accepted + ".");
    }

    /** A command that is none. */
    static Problem malformed(MalformedMessageException complaint) {
        return new Problem(
                HttpResponseStatus.BAD_REQUEST,
                "MALFORMED",
                "The request is malformed.",
                members("field", complaint.field(), "reason", complaint.reason()));
    }

    /** A command that the exchange refused: it is in the journal, and nothing changed. */
    static Problem refused(Outcome outcome) {
        CommandRefused refusal = (CommandRefused) outcome.events().get(0);
        String command = Templates.ofProtocol()
                .byId(refusal.commandTemplateId())
                .map(MessageShape::name)
                .orElse("");
        return new Problem(
                status(refusal.reason()),
                refusal.reason().name(),
                refusal.reason().sentence(),
                members("command", command, "sequence", outcome.sequence()));
    }

    /** The status of a response that tells of a refusal. */
    static HttpResponseStatus status(RejectReason reason) {
        switch (reason) {
            case UNKNOWN_SUBJECT:
                return HttpResponseStatus.NOT_FOUND;
            case NODE_FULL:
            case BOOK_FULL:
                return HttpResponseStatus.SERVICE_UNAVAILABLE;
            case NOT_QUALIFIED:
                return HttpResponseStatus.FORBIDDEN;
            case DUPLICATE_CLIENT_ID:
                return HttpResponseStatus.CONFLICT;
            default:
                if (reason.wireCode() < FIRST_SUBJECT_CODE) {
                    return HttpResponseStatus.FORBIDDEN;
                }
                return reason.wireCode() < FIRST_ADMISSION_CODE
                        ? HttpResponseStatus.CONFLICT
                        : HttpResponseStatus.UNPROCESSABLE_ENTITY;
        }
    }

    private static Map<String, Object> members(String name1, Object value1, String name2, Object value2) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name1, value1);
        members.put(name2, value2);
        return members;
    }

    /** The body of the response. */
    public byte[] body() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:tpx:problem:" + code);
        members.put("title", title);
        members.put("status", status.code());
        members.put("code", code);
        members.putAll(more);
        return MAPPER.writeValueAsBytes(members);
    }
}
