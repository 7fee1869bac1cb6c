package org.tpx.gateway.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that callers can ask for, with all that the description of the interface says of it.
 *
 * @param method GET, POST and so on
 * @param template the path; a segment in braces stands for any text: {@code /v1/listings/{listing}}
 * @param access whom it is shown to
 * @param tag under which heading the description lists it
 * @param summary what it does, in one sentence
 * @param parameters the parameters of the query, each with what it means
 * @param accepts the media type of the body; empty where there is none
 * @param body the name of the body's schema; empty where the description has none
 * @param answers the media type of a good answer
 * @param endpoint what carries it out
 */
public record Route(
        String method,
        String template,
        Access access,
        String tag,
        String summary,
        Map<String, String> parameters,
        String accepts,
        String body,
        String answers,
        Endpoint endpoint) {

    /** A question whose answer is JSON. */
    public static Route get(String template, Access access, String tag, String summary, Endpoint endpoint) {
        return new Route("GET", template, access, tag, summary, Map.of(), "", "", Reply.JSON, endpoint);
    }

    /** Something to do, told in JSON and answered in JSON. */
    public static Route post(String template, Access access, String tag, String summary, Endpoint endpoint) {
        return new Route("POST", template, access, tag, summary, Map.of(), Reply.JSON, "", Reply.JSON, endpoint);
    }

    /** The same route with one parameter of the query more. */
    public Route with(String parameter, String meaning) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, meaning);
        return new Route(method, template, access, tag, summary, more, accepts, body, answers, endpoint);
    }

    /** The same route with bodies and answers of other media types. */
    public Route as(String accepted, String answered) {
        return new Route(method, template, access, tag, summary, parameters, accepted, body, answered, endpoint);
    }

    /** The same route, its body being one of the described schemas. */
    public Route taking(String schema) {
        return new Route(method, template, access, tag, summary, parameters, accepts, schema, answers, endpoint);
    }

    /** What stands in the places of the template, where the path is one of this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> segments = segments(template);
        if (segments.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                places.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    /** The parts of a path between its slashes. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(start));
        return segments;
    }
}
